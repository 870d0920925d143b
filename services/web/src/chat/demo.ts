import "./demo.css";

/** Puts the widget on the page as a page of somebody else's does, with the tenant and the queue of the address. */
const asked = new URLSearchParams(location.search);
const asIs = (name: string, absent: string): string => asked.get(name) ?? absent;
const values = { tenant: asIs("tenant", "main"), queue: asIs("queue", "support"), lang: asIs("lang", "") };

for (const [name, value] of Object.entries(values)) {
  const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  if (field !== null) field.value = value;
}

const script = document.createElement("script");
script.src = "/chat/widget.js";
script.async = true;
script.dataset["tenant"] = values.tenant;
script.dataset["queue"] = values.queue;
if (values.lang !== "") script.dataset["lang"] = values.lang;
document.body.append(script);

const line = document.getElementById("line");
if (line !== null) {
  const source = new URL("/chat/widget.js", location.href).href;
  line.textContent
    = `<script src="${source}" data-tenant="${values.tenant}" data-queue="${values.queue}" async></script>`;
}

const page = document.querySelector<HTMLAnchorElement>("#page");
if (page !== null) page.href = `/chat?${new URLSearchParams(values).toString()}`;

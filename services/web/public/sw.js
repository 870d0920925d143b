// Keeps the shell of the application, so that the desk opens also while the server is away and can say so. It keeps
// nothing that a server says: calls are POST, and only files of the application are kept.
const NAME = "supportgrid-shell-1";
const PAGES = /^\/(desk|wallboard|floor|admin)(\/|$)/;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const others = caches.keys().then((names) => names.filter((name) => name !== NAME));
  event.waitUntil(others.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromShell(request));
  else if (request.mode === "navigate" && PAGES.test(url.pathname)) event.respondWith(pageOf(request));
});

/** Names in /assets change with their bytes: what is kept is right for ever. */
async function fromShell(request) {
  const shell = await caches.open(NAME);
  const kept = await shell.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await shell.put(request, response.clone());
  return response;
}

/** The newest page, or the last one while nobody answers. */
async function pageOf(request) {
  const shell = await caches.open(NAME);
  try {
    const response = await fetch(request);
    if (response.ok) await shell.put("/desk", response.clone());
    return response;
  } catch (error) {
    const kept = await shell.match("/desk");
    if (kept === undefined) throw error;
    return kept;
  }
}

import type { FrameWord, WidgetWord } from "../host";

// Runs in a page of somebody else's: no import stays, nothing becomes global, and nothing is asked for before the
// visitor opens the chat. The button is in a shadow root with a constructed sheet, which no style-src forbids.
(() => {
  const launch = (script: HTMLScriptElement): void => {
    const { tenant, queue, lang, theme, side } = script.dataset;
    if (tenant === undefined || queue === undefined) {
      console.error("SupportGrid's chat needs data-tenant and data-queue on its script tag.");
      return;
    }

    const origin = new URL(script.src).origin;
    type Words = readonly [open: string, close: string, unread: string, frame: string];
    const words: Readonly<Record<string, Words>> = {
      en: ["Open chat", "Close chat", "new messages", "Chat"],
      zh: ["打开在线咨询", "关闭在线咨询", "条新消息", "在线咨询"],
      fa: ["باز کردن گفت‌وگو", "بستن گفت‌وگو", "پیام تازه", "گفت‌وگو"],
    };
    const wanted = [lang, document.documentElement.lang, ...navigator.languages];
    const short = wanted.map((tag) => (tag ?? "").toLowerCase().split("-")[0] ?? "");
    const language = short.find((tag) => Object.hasOwn(words, tag)) ?? "en";
    const [openWord, closeWord, unreadWord, frameWord] = words[language] ?? ["Open chat", "Close chat", "new", "Chat"];

    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host {
        all: initial; position: fixed; z-index: 2147483000; inset-block-end: 1.25rem;
        inset-inline-${side === "start" ? "start" : "end"}: 1.25rem; font: 600 1rem/1.2 system-ui, sans-serif;
        color-scheme: ${theme === "light" || theme === "dark" ? theme : "light dark"};
      }
      button {
        display: grid; place-items: center; inline-size: 3.75rem; block-size: 3.75rem; margin-inline-start: auto;
        border: 0; border-radius: 50%; background: light-dark(#3e5bd9, #4c68e0); color: #fff; cursor: pointer;
        box-shadow: 0 4px 16px rgb(0 0 0 / 30%); transition: transform 120ms;
      }
      button:hover { transform: scale(1.05); }
      button:focus-visible { outline: 3px solid light-dark(#1b1c21, #fff); outline-offset: 3px; }
      svg { inline-size: 1.75rem; block-size: 1.75rem; }
      span {
        position: absolute; inset-block-end: 2.75rem; inset-inline-end: -0.25rem; min-inline-size: 1.5rem;
        padding: 0.15rem; box-sizing: border-box; border-radius: 1rem; background: #c52b3a; color: #fff;
        font-size: 0.875rem; text-align: center;
      }
      iframe {
        display: block; inline-size: min(24rem, calc(100vw - 2.5rem)); margin-block-end: 1rem; border: 0;
        block-size: min(40rem, calc(100dvh - 7.5rem)); border-radius: 0.75rem; background: light-dark(#fff, #18191c);
        box-shadow: 0 0 0 1px rgb(128 128 128 / 30%), 0 12px 40px rgb(0 0 0 / 30%);
      }
      [hidden] { display: none; }
      @media (max-width: 30rem) {
        iframe { position: fixed; inset: 0; inline-size: 100vw; block-size: 100dvh; margin: 0; border-radius: 0; }
        .open button { display: none; }
      }
      @media (prefers-reduced-motion: reduce) {
        button { transition: none; }
        button:hover { transform: none; }
      }`);

    const host = document.createElement("supportgrid-chat");
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const box = document.createElement("div");
    const button = document.createElement("button");
    const badge = document.createElement("span");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("fill", "currentColor");
    path.setAttribute("d", "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z");
    svg.append(path);
    button.type = "button";
    button.append(svg, badge);
    badge.hidden = true;
    box.append(button);
    root.append(box);

    let frame: HTMLIFrameElement | undefined;
    let isOpen = false;
    let unread = 0;
    const label = (): void => {
      const closed = unread > 0 ? `${openWord}: ${unread} ${unreadWord}` : openWord;
      button.setAttribute("aria-label", isOpen ? closeWord : closed);
      button.setAttribute("aria-expanded", String(isOpen));
      badge.textContent = String(unread);
      badge.hidden = isOpen || unread === 0;
    };
    const tell = (word: WidgetWord): void => frame?.contentWindow?.postMessage(word, origin);
    const makeFrame = (): HTMLIFrameElement => {
      const address = new URL("/chat", origin);
      for (const [name, value] of Object.entries({ tenant, queue, lang: lang ?? language, theme })) {
        if (value !== undefined) address.searchParams.set(name, value);
      }
      const made = document.createElement("iframe");
      made.src = address.href;
      made.title = frameWord;
      box.prepend(made);
      return made;
    };
    // The page may be left and come back while a talk goes on; without storage it begins closed.
    const remember = (): void => {
      try {
        if (isOpen) sessionStorage.setItem("supportgrid.chat.open", "1");
        else sessionStorage.removeItem("supportgrid.chat.open");
      } catch {
        // The page forbids storage: nothing is lost but this.
      }
    };
    const set = (open: boolean): void => {
      isOpen = open;
      if (open) frame ??= makeFrame();
      if (frame !== undefined) frame.hidden = !open;
      box.className = open ? "open" : "";
      if (open) unread = 0;
      label();
      remember();
      tell({ supportgrid: open ? "shown" : "hidden" });
      if (open) frame?.focus();
      else button.focus();
    };
    button.addEventListener("click", () => set(!isOpen));
    window.addEventListener("message", (event: MessageEvent<FrameWord | undefined>) => {
      if (event.origin !== origin || event.source === null || event.source !== frame?.contentWindow) return;
      const word = event.data;
      if (word?.supportgrid === "close") set(false);
      else if (word?.supportgrid === "ready") tell({ supportgrid: isOpen ? "shown" : "hidden" });
      else if (word?.supportgrid === "unread") {
        unread = word.count;
        label();
      }
    });
    label();
    document.body.append(host);
    try {
      if (sessionStorage.getItem("supportgrid.chat.open") === "1") set(true);
    } catch {
      // As above.
    }
  };

  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  // In the head there is no body yet.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => launch(script));
  else launch(script);
})();

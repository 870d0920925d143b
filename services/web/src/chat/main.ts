import "../theme/tokens.css";
import "../theme/base.css";
import "./view/chat.css";
import { systemClock, systemDice } from "../live/clock";
import { onWake } from "../live/wake";
import { createCalls } from "./calls";
import { Chat } from "./chat";
import { Host } from "./host";
import { Memory } from "./memory";
import { speechFor } from "./texts/speech";
import { Page } from "./view/page";

const ID_BYTES = 16;

/** Not crypto.randomUUID: a page without TLS has none. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function start(root: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  const tenant = asked.get("tenant") ?? "main";
  const queue = asked.get("queue") ?? "support";
  const speech = speechFor([asked.get("lang") ?? "", ...navigator.languages].filter((tag) => tag !== ""));
  const theme = asked.get("theme");
  const html = document.documentElement;
  html.lang = speech.tag;
  html.dir = speech.direction;
  if (theme === "light" || theme === "dark") html.dataset["theme"] = theme;
  const memory = new Memory(() => sessionStorage, `supportgrid.chat.${tenant}.${queue}`);
  const chat = new Chat({
    calls: (token) => createCalls(location.origin, token),
    memory, clock: systemClock, dice: systemDice, newId, tenant, queue,
  });
  const host = new Host(chat);
  const page = new Page(root, chat, speech, host.isFramed ? () => host.close() : undefined);
  host.onShown(() => page.focus());
  document.title = speech.say("title");
  onWake(() => chat.nudge());
  window.addEventListener("offline", () => chat.setOffline(true));
  window.addEventListener("online", () => chat.setOffline(false));
  chat.boot();
}

const root = document.getElementById("chat");
if (root !== null) start(root);

import { Party } from "../api/gen/supportgrid/v1/common_pb";
import type { Chat } from "./chat";

/** What the frame tells the widget around it; nothing of the conversation but how much is unread. */
export type FrameWord =
  | { readonly supportgrid: "ready" }
  | { readonly supportgrid: "close" }
  | { readonly supportgrid: "unread"; readonly count: number };

/** What the widget tells the frame. */
export type WidgetWord = { readonly supportgrid: "shown" } | { readonly supportgrid: "hidden" };

/** The page around the frame. Whoever may be one, the browser has checked (frame-ancestors). */
export class Host {
  readonly isFramed = window.parent !== window;
  private isShown = true;
  private seen = 0;
  private told = 0;
  private shownListener: () => void = () => undefined;

  constructor(private readonly chat: Chat) {
    if (!this.isFramed) return;
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.source === window.parent) this.hear(event.data);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && document.querySelector("dialog[open]") === null) this.close();
    });
    chat.subscribe(() => this.count());
    this.tell({ supportgrid: "ready" });
  }

  onShown(listener: () => void): void {
    this.shownListener = listener;
  }

  close(): void {
    this.tell({ supportgrid: "close" });
  }

  private hear(word: unknown): void {
    const what = typeof word === "object" && word !== null && "supportgrid" in word ? word.supportgrid : undefined;
    if (what !== "shown" && what !== "hidden") return;
    this.isShown = what === "shown";
    this.count();
    if (!this.isShown) return;
    this.chat.nudge();
    this.shownListener();
  }

  private count(): void {
    const { messages } = this.chat.state.talk;
    if (this.isShown) this.seen = messages.at(-1)?.sequence ?? 0;
    const count = messages.filter((m) => m.from !== Party.CUSTOMER && m.sequence > this.seen).length;
    if (count === this.told) return;
    this.told = count;
    this.tell({ supportgrid: "unread", count });
  }

  private tell(word: FrameWord): void {
    // To any origin: there is no secret in it.
    window.parent.postMessage(word, "*");
  }
}

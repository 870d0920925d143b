import { Party } from "../../api/gen/supportgrid/v1/common_pb";
import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type { Chat } from "../chat";
import type { ChatState } from "../chat-state";
import type { Delivery, Entry } from "../outbox";
import type { Speech } from "../texts/speech";
import { h, show, write } from "./dom";

/** Closer to the end than this, new messages are scrolled to; else the reader is not torn away. */
const NEAR_PX = 120;

/** The messages, oldest first, and who is writing. */
export class Conversation {
  readonly root: HTMLElement;
  /** For screen readers: what others say, once, and not our own. */
  readonly news = h("div", { className: "unseen", set: { "role": "status", "aria-live": "polite" } });
  private readonly list: HTMLOListElement;
  private readonly typing: HTMLElement;
  private readonly rows = new Map<string, { readonly row: HTMLLIElement; readonly state: HTMLElement; what: string }>();
  private heard = 0;
  private hasBegun = false;

  constructor(
    private readonly chat: Chat,
    private readonly speech: Speech,
    private readonly putBack: (text: string) => void,
  ) {
    this.list = h("ol", { className: "messages" });
    this.typing = h("p", { className: "typing", hidden: true }, h("span", { className: "dots" }), speech.say("typing"));
    this.root = h(
      "section", { className: "conversation", tabIndex: 0, set: { "aria-label": speech.say("conversation") } },
      this.list, this.typing,
    );
  }

  render(state: ChatState): void {
    show(this.root, state.stage === "talk");
    if (state.stage !== "talk") {
      this.clear();
      return;
    }
    const { scrollHeight, scrollTop, clientHeight } = this.root;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    const before = this.rows.size;
    this.place(state.entries);
    show(this.typing, state.isAgentTyping);
    this.tell(state);
    if (isNear || this.rows.size !== before) this.root.scrollTop = this.root.scrollHeight;
  }

  private clear(): void {
    this.list.replaceChildren();
    this.rows.clear();
    this.heard = 0;
    this.hasBegun = false;
  }

  private place(entries: readonly Entry[]): void {
    const keys = new Set(entries.map((entry) => entry.key));
    for (const [key, { row }] of this.rows) {
      if (!keys.has(key)) {
        row.remove();
        this.rows.delete(key);
      }
    }
    entries.forEach((entry, index) => {
      const known = this.rows.get(entry.key) ?? this.add(entry);
      if (this.list.children[index] !== known.row) this.list.insertBefore(known.row, this.list.children[index] ?? null);
      this.show(entry, known);
    });
  }

  private add(entry: Entry): { row: HTMLLIElement; state: HTMLElement; what: string } {
    const state = h("span", { className: "state" });
    const isOwn = entry.kind === "unsent" || entry.message.from === Party.CUSTOMER;
    const text = entry.kind === "said" ? entry.message.text : entry.unsent.text;
    const at = entry.kind === "said" ? millis(entry.message.at) : entry.unsent.at;
    const row = h(
      "li", { className: isOwn ? "own" : "theirs" },
      h("span", { className: "who unseen" }, `${this.who(entry)}: `),
      h("p", { className: "text", dir: "auto" }, text),
      h("span", { className: "about" }, h("time", {}, this.speech.time(at)), state),
    );
    const added = { row, state, what: "" };
    this.rows.set(entry.key, added);
    return added;
  }

  private show(entry: Entry, known: { row: HTMLLIElement; state: HTMLElement; what: string }): void {
    const isOwn = entry.kind === "unsent" || entry.message.from === Party.CUSTOMER;
    const delivery: Delivery | "" = entry.kind === "unsent" ? entry.delivery : isOwn ? "sent" : "";
    if (known.what === delivery) return;
    known.what = delivery;
    known.row.dataset["delivery"] = delivery;
    known.state.replaceChildren(delivery === "" ? "" : this.speech.say(delivery));
    if (entry.kind !== "unsent" || delivery !== "refused") return;
    known.state.append(": ", this.speech.reason(entry.unsent.refused ?? ""), " ", h("button", {
      type: "button", className: "link", textContent: this.speech.say("refused.edit"),
      onclick: () => this.putBack(this.chat.takeBack(entry.unsent.requestId)),
    }));
  }

  /** What others have said since the last time; nothing of what was there when the page was opened. */
  private tell(state: ChatState): void {
    const last = state.talk.messages.at(-1);
    const sequence = last?.sequence ?? 0;
    if (this.hasBegun) {
      for (const message of state.talk.messages) {
        if (message.sequence > this.heard && message.from !== Party.CUSTOMER) {
          write(this.news, `${this.party(message.from)}: ${message.text}`);
        }
      }
    }
    this.hasBegun ||= state.talk.interaction !== undefined;
    this.heard = Math.max(this.heard, sequence);
  }

  private who(entry: Entry): string {
    return this.party(entry.kind === "unsent" ? Party.CUSTOMER : entry.message.from);
  }

  private party(from: Party): string {
    if (from === Party.CUSTOMER) return this.speech.say("you");
    return this.speech.say(from === Party.SUPERVISOR ? "supervisor" : "agent");
  }
}

function millis(at: Timestamp | undefined): number {
  return at === undefined ? 0 : Number(at.seconds) * 1_000 + at.nanos / 1e6;
}

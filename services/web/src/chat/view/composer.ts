import type { Chat } from "../chat";
import type { ChatState } from "../chat-state";
import type { Speech } from "../texts/speech";
import { explain, h, show } from "./dom";

const ROWS_MAX = 5;

/** Where the next message is written. It can always be written in; what cannot be sent now is sent later. */
export class Composer {
  readonly root: HTMLFormElement;
  private readonly text = h("textarea", { id: "message", rows: 1 });
  private readonly problem = h("p", { id: "message-problem", className: "problem", hidden: true });

  constructor(
    private readonly chat: Chat,
    private readonly speech: Speech,
  ) {
    this.text.placeholder = speech.say("message");
    this.text.value = chat.memory.now.draft;
    this.root = h(
      "form", { className: "composer", noValidate: true },
      h("label", { htmlFor: "message", className: "unseen" }, speech.say("message")),
      this.text,
      h("button", { type: "submit", className: "primary" }, speech.say("send")),
      this.problem,
    );
    this.text.addEventListener("input", () => {
      this.grow();
      this.chat.typed(this.text.value);
    });
    this.text.addEventListener("keydown", (event) => {
      // While an input method composes, Enter is its own.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.root.requestSubmit();
    });
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.chat.say(this.text.value)) this.put("");
      this.text.focus();
    });
  }

  focus(): void {
    this.text.focus();
  }

  get hasFocus(): boolean {
    return this.root.contains(document.activeElement);
  }

  put(text: string): void {
    this.text.value = text;
    this.chat.memory.keep({ draft: text });
    this.grow();
  }

  /** Beside what is there already: nothing that was typed is overwritten. */
  putBack(text: string): void {
    this.put([text, this.text.value].filter((part) => part !== "").join("\n"));
    this.focus();
  }

  render(state: ChatState): void {
    const isShown = state.stage === "talk" && state.step !== "over" && !state.isFinal;
    if (isShown && this.root.hidden) {
      this.text.value = this.chat.memory.now.draft;
      this.grow();
    }
    show(this.root, isShown);
    const problem = state.problems.text;
    explain(this.text, this.problem, problem === undefined || !isShown
      ? undefined
      : this.speech.say(`problem.text.${problem}`, { length: this.text.value.length }));
  }

  private grow(): void {
    this.text.rows = Math.min(ROWS_MAX, this.text.value.split("\n").length);
  }
}

import type { Chat } from "../chat";
import type { ChatState } from "../chat-state";
import type { Speech } from "../texts/speech";
import { explain, h, show, write } from "./dom";

/** The first message, and perhaps a name. What is typed is kept at every key. */
export class StartForm {
  readonly root: HTMLFormElement;
  private readonly greeting = h("p", { className: "greeting" });
  private readonly name = h("input", { id: "name", type: "text", autocomplete: "name" });
  private readonly nameProblem = h("p", { id: "name-problem", className: "problem", hidden: true });
  private readonly text = h("textarea", { id: "first", rows: 5 });
  private readonly textProblem = h("p", { id: "first-problem", className: "problem", hidden: true });
  private readonly submit = h("button", { type: "submit", className: "primary" });
  private wasProblem = "";

  constructor(
    private readonly chat: Chat,
    private readonly speech: Speech,
  ) {
    const { name, draft, opening } = chat.memory.now;
    this.name.value = opening?.name ?? name;
    this.text.value = opening?.text ?? draft;
    this.text.setAttribute("aria-required", "true");
    this.root = h(
      "form", { className: "start", noValidate: true },
      this.greeting,
      h("label", { htmlFor: "name" }, speech.say("name")), this.name, this.nameProblem,
      h("label", { htmlFor: "first" }, speech.say("first")), this.text, this.textProblem,
      this.submit,
    );
    this.name.addEventListener("input", () => this.chat.memory.keep({ name: this.name.value }));
    this.text.addEventListener("input", () => this.chat.typed(this.text.value));
    this.text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || (!event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      this.root.requestSubmit();
    });
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.chat.start(this.name.value, this.text.value);
    });
  }

  /** As it is after "start anew". */
  refill(): void {
    this.name.value = this.chat.memory.now.name;
    this.text.value = this.chat.memory.now.draft;
  }

  focus(): void {
    this.text.focus();
  }

  render(state: ChatState): void {
    const { say } = this.speech;
    const isOpening = state.stage === "opening";
    write(this.greeting, state.greeting === "" ? say("greeting") : state.greeting);
    write(this.submit, say(isOpening ? "starting" : "start"));
    this.submit.setAttribute("aria-disabled", String(isOpening));
    this.name.readOnly = isOpening;
    this.text.readOnly = isOpening;
    const { name, text } = state.problems;
    explain(this.name, this.nameProblem, name === "long" || name === "unfit" ? say(`problem.name.${name}`) : undefined);
    explain(this.text, this.textProblem,
      text === undefined ? undefined : say(`problem.text.${text}`, { length: this.text.value.length }));
    const problem = name !== undefined ? "name" : text !== undefined ? "text" : "";
    if (problem !== "" && problem !== this.wasProblem) (problem === "name" ? this.name : this.text).focus();
    this.wasProblem = problem;
    show(this.root, state.stage === "form" || isOpening);
  }
}

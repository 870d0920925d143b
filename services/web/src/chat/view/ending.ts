import type { Chat } from "../chat";
import type { ChatState } from "../chat-state";
import { wasServed } from "../talk";
import type { Speech } from "../texts/speech";
import { explain, h, show, write } from "./dom";

const scores = [1, 2, 3, 4, 5] as const;

/** After the end: how it was, go on, or begin anew. */
export class Ending {
  readonly root: HTMLElement;
  private readonly heading = h("h2", { tabIndex: -1 });
  private readonly form: HTMLFormElement;
  private readonly stars: HTMLFieldSetElement;
  private readonly scoreProblem = h("p", { id: "score-problem", className: "problem", hidden: true });
  private readonly comment = h("textarea", { id: "comment", rows: 2 });
  private readonly commentProblem = h("p", { id: "comment-problem", className: "problem", hidden: true });
  private readonly thanks = h("p", { className: "thanks", hidden: true });
  private readonly reopen: HTMLButtonElement;

  constructor(
    chat: Chat,
    private readonly speech: Speech,
  ) {
    const { say } = speech;
    this.comment.value = chat.memory.now.comment;
    this.stars = h(
      "fieldset", { className: "stars" }, h("legend", {}, say("rate")),
      ...scores.map((score) => h(
        "label", { title: say(`rate.${score}`) },
        h("input", { type: "radio", name: "score", value: String(score), className: "unseen" }),
        h("span", { className: "star", set: { "aria-hidden": "true" } }, "★"),
        h("span", { className: "unseen" }, `${score}: ${say(`rate.${score}`)}`),
        h("span", { className: "word", set: { "aria-hidden": "true" } }, say(`rate.${score}`)),
      )),
    );
    this.form = h(
      "form", { noValidate: true }, this.stars, this.scoreProblem,
      h("label", { htmlFor: "comment" }, say("rate.comment")), this.comment, this.commentProblem,
      h("button", { type: "submit", className: "primary" }, say("rate.send")),
    );
    this.reopen = h("button", { type: "button", onclick: () => void chat.reopen() }, say("reopen"));
    this.root = h(
      "section", { className: "ending", hidden: true }, this.heading, this.form, this.thanks,
      h("div", { className: "row" }, this.reopen,
        h("button", { type: "button", onclick: () => chat.anew() }, say("anew"))),
    );
    this.comment.addEventListener("input", () => chat.memory.keep({ comment: this.comment.value }));
    this.form.addEventListener("change", () => this.fill());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void chat.rate(this.score, this.comment.value);
    });
  }

  focus(): void {
    this.heading.focus();
  }

  render(state: ChatState): void {
    const { say } = this.speech;
    const isOver = state.stage === "talk" && (state.step === "over" || state.isFinal);
    show(this.root, isOver);
    if (!isOver) return;
    write(this.heading, say(wasServed(state.talk) ? "over" : "over.left"));
    const rating = state.talk.interaction?.rating ?? 0;
    show(this.form, rating === 0 && state.step === "over");
    show(this.thanks, rating > 0);
    write(this.thanks, rating > 0 ? say("rate.thanks", { score: rating }) : "");
    show(this.reopen, !state.isFinal);
    const { score, comment } = state.problems;
    explain(this.stars, this.scoreProblem, score === undefined ? undefined : say("problem.score.empty"));
    explain(this.comment, this.commentProblem, comment === "long" || comment === "unfit"
      ? say(`problem.comment.${comment}`, { length: this.comment.value.length })
      : undefined);
    for (const button of this.root.querySelectorAll("button")) {
      button.setAttribute("aria-disabled", String(state.busy !== undefined));
    }
  }

  private get score(): number {
    return Number(this.form.querySelector<HTMLInputElement>("input:checked")?.value ?? 0);
  }

  /** All stars up to the chosen one. */
  private fill(): void {
    this.stars.querySelectorAll("label").forEach((label, index) => {
      label.classList.toggle("full", index < this.score);
      label.classList.toggle("chosen", index === this.score - 1);
    });
  }
}

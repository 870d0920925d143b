import type { Chat } from "../chat";
import type { ChatState } from "../chat-state";
import type { Wait } from "../place";
import type { Speech } from "../texts/speech";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { h, show, write } from "./dom";
import { Ending } from "./ending";
import { StartForm } from "./start-form";

/** The whole chat: built once, then only what differs is written. */
export class Page {
  private readonly title = h("h1", {});
  private readonly leave: HTMLButtonElement;
  private readonly cut: HTMLElement;
  private readonly behind: HTMLElement;
  private readonly notice = h("p", { className: "notice", hidden: true, set: { role: "alert" } });
  private readonly status = h("div", { className: "status", hidden: true, set: { role: "status" } });
  private readonly statusMain = h("p", { className: "main" });
  private readonly statusMore = h("p", {});
  private readonly basis = h("p", { className: "quiet" });
  private readonly dialog: HTMLDialogElement;
  private readonly dialogMore = h("p", {});
  private readonly form: StartForm;
  private readonly conversation: Conversation;
  private readonly composer: Composer;
  private readonly ending: Ending;
  private before: ChatState;

  constructor(
    root: HTMLElement,
    private readonly chat: Chat,
    private readonly speech: Speech,
    close: (() => void) | undefined,
  ) {
    const { say } = speech;
    this.before = chat.state;
    this.form = new StartForm(chat, speech);
    this.composer = new Composer(chat, speech);
    this.conversation = new Conversation(chat, speech, (text) => this.composer.putBack(text));
    this.ending = new Ending(chat, speech);
    this.leave = h("button", { type: "button", className: "plain", onclick: () => this.ask() }, say("leave"));
    this.cut = h(
      "div", { className: "cut", hidden: true, set: { role: "alert" } },
      h("p", { className: "main" }, say("cut")), h("p", {}, say("cut.more")),
      h("button", { type: "button", onclick: () => chat.nudge() }, say("now")),
    );
    this.behind = h("p", { className: "behind", hidden: true, set: { role: "status" } }, say("behind"));
    this.status.append(this.statusMain, this.statusMore, this.basis);
    this.dialog = h(
      "dialog", { set: { "aria-labelledby": "leave-title" } },
      h("h2", { id: "leave-title" }, say("leave.ask")), this.dialogMore,
      h("form", { method: "dialog", className: "row" },
        h("button", { value: "no", autofocus: true }, say("leave.no")),
        h("button", { value: "yes", className: "danger" }, say("leave.yes"))),
    );
    this.dialog.addEventListener("close", () => {
      if (this.dialog.returnValue === "yes") void chat.leave();
      else this.leave.focus();
    });
    root.replaceChildren(
      h("header", {}, this.title, this.leave, close === undefined ? undefined : closeButton(say("close"), close)),
      this.cut, this.behind, this.notice,
      h("main", {}, this.status, this.form.root, this.conversation.root, this.ending.root),
      this.composer.root, this.conversation.news, this.dialog,
    );
    chat.subscribe(() => this.render());
    this.render();
  }

  /** Where the next thing is to be done. */
  focus(): void {
    if (this.chat.state.stage === "talk") this.composer.focus();
    else this.form.focus();
  }

  private render(): void {
    const { state } = this.chat;
    const { say, reason } = this.speech;
    const isOver = state.step === "over" || state.isFinal;
    write(this.title, state.title === "" ? say("title") : state.title);
    show(this.leave, state.stage === "talk" && !isOver);
    show(this.cut, state.stage === "talk" && state.phase === "cut");
    show(this.behind, state.stage === "talk" && (state.phase === "connecting" || state.phase === "behind"));
    write(this.notice, state.notice === undefined ? "" : reason(state.notice));
    show(this.notice, state.notice !== undefined);
    this.renderStatus(state);
    if (state.stage === "form" && this.before.stage === "talk") this.form.refill();
    const hadFocus = this.composer.hasFocus || document.activeElement === document.body;
    this.form.render(state);
    this.conversation.render(state);
    this.composer.render(state);
    this.ending.render(state);
    document.body.dataset["stage"] = state.stage;
    document.body.dataset["step"] = state.step ?? "";
    document.body.dataset["phase"] = state.phase;
    this.moveFocus(state, isOver, hadFocus);
    this.before = state;
  }

  /** To where one goes on, when the place that had it is gone. Nobody is torn away from anything else. */
  private moveFocus(state: ChatState, isOver: boolean, hadFocus: boolean): void {
    const wasOver = this.before.step === "over" || this.before.isFinal;
    if (state.stage === "talk" && this.before.stage === "opening") this.composer.focus();
    else if (state.stage === "talk" && isOver && !wasOver && this.before.step !== undefined && hadFocus) {
      this.ending.focus();
    } else if (state.stage === "talk" && !isOver && wasOver) this.composer.focus();
    else if (state.stage === "form" && this.before.stage === "talk") this.form.focus();
  }

  private renderStatus(state: ChatState): void {
    const { say } = this.speech;
    const isWaiting = state.step === "waiting" || state.step === "asking";
    show(this.status, state.stage === "talk" && (isWaiting || state.step === "held"));
    if (state.step === "held") {
      this.tell(say("held"), "", "");
    } else if (isWaiting) {
      const { wait } = state;
      const basis = wait.kind === "estimate" ? say("wait.basis") : "";
      this.tell(this.placeWords(wait), [this.waitWords(wait), say("wait.write")].filter(Boolean).join(" "), basis);
    } else {
      this.tell(state.step === "talking" ? say("connected") : "", "", "");
    }
  }

  private tell(main: string, more: string, basis: string): void {
    write(this.statusMain, main);
    write(this.statusMore, more);
    write(this.basis, basis);
  }

  private placeWords(wait: Wait): string {
    if (wait.kind === "asking") return this.speech.say("wait.asking");
    if (wait.place === 0) return "";
    return wait.place === 1 ? this.speech.say("place.next") : this.speech.say("place", { place: wait.place });
  }

  private waitWords(wait: Wait): string {
    if (wait.kind === "asking") return "";
    if (wait.kind === "unknown") return this.speech.say("wait.unknown");
    const { half, most } = wait;
    if (half < most) return this.speech.say("wait", { half, most });
    return half === 1 ? this.speech.say("wait.one") : this.speech.say("wait.same", { half });
  }

  private ask(): void {
    const { step } = this.chat.state;
    write(this.dialogMore, this.speech.say(step === "waiting" || step === "asking" ? "leave.line" : "leave.talk"));
    this.dialog.returnValue = "no";
    this.dialog.showModal();
  }
}

function closeButton(label: string, close: () => void): HTMLButtonElement {
  return h("button", {
    type: "button", className: "plain close", title: label, onclick: close, set: { "aria-label": label },
  }, "✕");
}

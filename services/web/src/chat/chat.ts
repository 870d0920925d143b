import { Commands } from "../api/command";
import { isTokenProblem, judge, mayBeRepeated, type Problem, problemOf } from "../api/errors";
import { Channel } from "../api/gen/supportgrid/v1/common_pb";
import type { WatchInteractionResponse } from "../api/gen/supportgrid/v1/customer_pb";
import { backoffMs } from "../live/backoff";
import type { Clock, Dice } from "../live/clock";
import { LiveStore } from "../live/live-store";
import type { Verdict } from "../live/watch";
import type { Calls } from "./calls";
import { Guest } from "./guest";
import type { Memory, Opening } from "./memory";
import {
  type ChatState, COMMENT_LENGTH_MAX, type Field, type FieldProblem, initial, NAME_LENGTH_MAX, TEXT_LENGTH_MAX,
} from "./chat-state";
import { entriesOf, nextToSend, type Unsent, withoutShown } from "./outbox";
import { waitOf } from "./place";
import { isLoose, lastSequence, stepOf, type Talk, talkFold } from "./talk";

/** The agent's "is writing" is renewed every few seconds; so is ours. */
const TYPING_EVERY_MS = 3_500;

export interface ChatTools {
  readonly calls: (token: () => string) => Calls;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly newId: () => string;
  readonly tenant: string;
  readonly queue: string;
}

/** The stream has said all there is: the time to take the talk up again is over. */
const over = new Error("over");

/** Everything the chat does, without a page: what is shown is a function of its state. */
export class Chat {
  private readonly calls: Calls;
  private readonly guest: Guest;
  private readonly commands: Commands;
  private readonly listeners = new Set<() => void>();
  private store: LiveStore<Talk, WatchInteractionResponse> | undefined;
  private unfollow: (() => void) | undefined;
  private wakePump: (() => void) | undefined;
  private isPumping = false;
  private isStuck = false;
  private isOffline = false;
  private typingSaidAt: number | undefined;
  private cancelTyping: (() => void) | undefined;
  private shown: ChatState = initial;

  constructor(private readonly tools: ChatTools) {
    this.calls = tools.calls(() => this.guest.token);
    this.guest = new Guest(
      (token) => this.calls.guests.startGuestSession({ tenant: tools.tenant, queue: tools.queue, token }),
      tools.memory,
      tools.clock,
    );
    this.commands = new Commands(tools);
  }

  get state(): ChatState {
    return this.shown;
  }

  get memory(): Memory {
    return this.tools.memory;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Goes on where the page was left. */
  boot(): void {
    const { interaction, opening } = this.memory.now;
    if (interaction !== "") this.follow(interaction);
    else if (opening !== undefined) void this.open(opening);
    void this.greet();
  }

  /** The page woke up, the network is back, or the visitor asks for it. */
  nudge(): void {
    this.store?.nudge();
    this.wakePump?.();
  }

  /** The browser says that there is no network: it knows before any stream does. */
  setOffline(isOffline: boolean): void {
    this.isOffline = isOffline;
    this.refresh();
    if (!isOffline) this.nudge();
  }

  async start(name: string, text: string): Promise<void> {
    if (this.shown.stage !== "form") return;
    const problems: Partial<Record<Field, FieldProblem>> = {};
    if (name.length > NAME_LENGTH_MAX) problems.name = "long";
    if (text.trim() === "") problems.text = "empty";
    else if (text.length > TEXT_LENGTH_MAX) problems.text = "long";
    this.set({ problems, notice: undefined });
    if (Object.keys(problems).length > 0) return;
    const opening = { requestId: this.tools.newId(), name: name.trim(), text };
    this.memory.keep({ opening });
    await this.open(opening);
  }

  /** Whether it was taken: then the field may be emptied. */
  say(text: string): boolean {
    const problem = text.trim() === "" ? "empty" : text.length > TEXT_LENGTH_MAX ? "long" : undefined;
    if (problem !== undefined) {
      this.set({ problems: { text: problem } });
      return false;
    }
    const after = lastSequence(this.shown.talk);
    const unsent = { requestId: this.tools.newId(), text, at: this.tools.clock.now(), after };
    this.memory.keep({ unsent: [...this.memory.now.unsent, unsent], draft: "" });
    this.typingSaidAt = undefined;
    this.set({ problems: {} });
    this.refresh();
    void this.pump();
    return true;
  }

  /** A refused message goes back into the field. */
  takeBack(requestId: string): string {
    const item = this.memory.now.unsent.find((each) => each.requestId === requestId);
    this.memory.keep({ unsent: this.memory.now.unsent.filter((each) => each.requestId !== requestId) });
    this.refresh();
    return item?.text ?? "";
  }

  typed(draft: string): void {
    this.memory.keep({ draft });
    if (this.shown.problems.text !== undefined && draft.trim() !== "" && draft.length <= TEXT_LENGTH_MAX) {
      this.set({ problems: {} });
    }
    const now = this.tools.clock.now();
    const isDue = this.typingSaidAt === undefined || now - this.typingSaidAt >= TYPING_EVERY_MS;
    const isTalking = this.shown.step === "talking" || this.shown.step === "held";
    if (draft.trim() === "" || !isDue || !isTalking || this.shown.phase !== "synced") return;
    this.typingSaidAt = now;
    // Nobody waits for it: what was not heard is said again with the next keys.
    this.calls.customers.setCustomerTyping({ interactionId: this.memory.now.interaction, typing: true }).catch(
      () => undefined,
    );
  }

  async leave(): Promise<void> {
    const interactionId = this.memory.now.interaction;
    await this.run("leave", (requestId) => this.calls.customers.leaveInteraction({ requestId, interactionId }));
  }

  async reopen(): Promise<void> {
    const interactionId = this.memory.now.interaction;
    const done = await this.run(
      "reopen", (requestId) => this.calls.customers.reopenInteraction({ requestId, interactionId }));
    if (done && this.shown.isFinal) this.follow(interactionId);
  }

  async rate(score: number, comment: string): Promise<void> {
    const problems: Partial<Record<Field, FieldProblem>> = {};
    if (score < 1) problems.score = "empty";
    if (comment.length > COMMENT_LENGTH_MAX) problems.comment = "long";
    this.set({ problems });
    if (Object.keys(problems).length > 0) return;
    const request = { interactionId: this.memory.now.interaction, score, comment: comment.trim() };
    const intent = `${score}:${request.comment}`;
    const send = (requestId: string) => this.calls.customers.rateInteraction({ requestId, ...request });
    if (await this.run("rate", send, intent)) this.memory.keep({ comment: "" });
  }

  /** What was not sent goes into the form: nothing that was typed is lost. */
  anew(): void {
    this.unfollow?.();
    this.store = undefined;
    const left = this.memory.now.unsent.filter((item) => item.messageId === undefined).map((item) => item.text);
    const draft = [...left, this.memory.now.draft].filter((text) => text !== "").join("\n");
    this.memory.keep({ interaction: "", opening: undefined, unsent: [], comment: "", draft });
    this.set({ ...initial, title: this.shown.title, greeting: this.shown.greeting });
  }

  private async greet(): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        const { title, greeting } = await this.guest.start();
        this.set({ title, greeting });
        return;
      } catch (thrown) {
        const problem = problemOf(thrown);
        if (!mayBeRepeated(problem)) {
          if (this.shown.stage === "form") this.set({ stage: "shut", notice: problem.reason });
          return;
        }
        await this.pause(backoffMs(failures, this.tools.dice, problem.retryAfterMs));
      }
    }
  }

  private async open(opening: Opening): Promise<void> {
    this.set({ stage: "opening", notice: undefined });
    for (let failures = 1; ; failures++) {
      try {
        await this.guest.fresh();
        const { interactionId } = await this.calls.customers.openInteraction({
          requestId: opening.requestId, customerName: opening.name, firstMessage: opening.text,
          channel: Channel.CHAT, queue: this.tools.queue,
        });
        this.memory.keep({ interaction: interactionId, opening: undefined, name: opening.name, draft: "" });
        this.follow(interactionId);
        return;
      } catch (thrown) {
        const problem = problemOf(thrown);
        if (isTokenProblem(problem) && failures < 3) this.guest.doubt();
        else if (!mayBeRepeated(problem)) {
          this.memory.keep({ opening: undefined, name: opening.name, draft: opening.text });
          this.refuseOpening(problem);
          return;
        }
        this.set({ notice: "UNREACHABLE" });
        await this.pause(backoffMs(failures, this.tools.dice, problem.retryAfterMs));
      }
    }
  }

  private refuseOpening(problem: Problem): void {
    const problems: Partial<Record<Field, FieldProblem>> = {};
    if (problem.fields.has("customer_name")) problems.name = "unfit";
    if (problem.fields.has("first_message")) problems.text = "unfit";
    const isShut = problem.reason === "GUESTS_NOT_ADMITTED" || problem.reason === "LOCAL_ISSUER_OFF";
    const notice = Object.keys(problems).length > 0 ? undefined : problem.reason || "UNREACHABLE";
    this.set({ stage: isShut ? "shut" : "form", problems, notice });
  }

  private follow(interactionId: string): void {
    this.unfollow?.();
    const store = new LiveStore<Talk, WatchInteractionResponse>({
      open: (cursor, signal) => this.watch(interactionId, cursor, signal),
      judge: (thrown) => this.judge(thrown),
      fold: talkFold,
      isLoose,
      clock: this.tools.clock,
      dice: this.tools.dice,
      // No animation frames: a frame that is not shown gets none, and must hear all the same.
      frame: (run) => this.tools.clock.after(0, run),
    });
    this.store = store;
    this.set({ stage: "talk", notice: undefined, problems: {}, isFinal: false });
    this.unfollow = store.subscribe(() => {
      this.refresh();
      if (this.shown.phase === "synced") this.wakePump?.();
    });
    void this.pump();
  }

  private async *watch(
    interactionId: string, cursor: string, signal: AbortSignal,
  ): AsyncGenerator<WatchInteractionResponse, void, undefined> {
    await this.guest.fresh();
    yield* this.calls.customers.watchInteraction({ interactionId, cursor }, { signal });
    if (this.shown.step === "over") throw over;
  }

  private judge(thrown: unknown): Verdict {
    if (thrown === over) return { kind: "end", error: over };
    if (!isTokenProblem(problemOf(thrown))) return judge(thrown);
    this.guest.doubt();
    return { kind: "resume" };
  }

  private refresh(): void {
    const live = this.store?.getSnapshot();
    if (live === undefined || this.shown.stage !== "talk") return;
    const talk = live.state;
    const unsent = withoutShown(talk.messages, this.memory.now.unsent);
    if (unsent !== this.memory.now.unsent) this.memory.keep({ unsent });
    if (talk.typing !== this.shown.talk.typing) this.expectTyping(talk);
    const phase = this.isOffline && live.phase !== "ended" ? "cut" : live.phase;
    const isLost = live.phase === "ended" && live.error !== over;
    this.set({
      talk,
      phase,
      step: stepOf(talk),
      wait: talk.interaction !== undefined && stepOf(talk) === "asking" ? { kind: "asking" } : waitOf(talk.place),
      entries: entriesOf(talk.messages, unsent, phase === "synced" && !this.isStuck),
      isAgentTyping: talk.typing !== undefined && this.cancelTyping !== undefined && stepOf(talk) !== "over",
      isFinal: live.phase === "ended",
      notice: isLost ? problemOf(live.error).reason || "UNREACHABLE" : this.shown.notice,
    });
  }

  private expectTyping(talk: Talk): void {
    this.cancelTyping?.();
    this.cancelTyping = undefined;
    const holds = talk.typing?.expiresIn;
    if (holds === undefined) return;
    this.cancelTyping = this.tools.clock.after(Number(holds.seconds) * 1_000 + holds.nanos / 1e6, () => {
      this.cancelTyping = undefined;
      this.set({ isAgentTyping: false });
    });
  }

  /** Sends what is unsent, one after the other, for as long as it takes. */
  private async pump(): Promise<void> {
    if (this.isPumping) return;
    this.isPumping = true;
    try {
      for (let failures = 0; ;) {
        const { interaction, unsent } = this.memory.now;
        const item = nextToSend(unsent);
        if (item === undefined || interaction === "") return;
        failures = (await this.send(interaction, item)) ? 0 : failures + 1;
        this.isStuck = failures > 0;
        this.refresh();
        if (failures > 0) await this.rest(backoffMs(failures, this.tools.dice));
      }
    } finally {
      this.isPumping = false;
    }
  }

  /** Whether the message is dealt with: taken, or refused for good. */
  private async send(interactionId: string, item: Unsent): Promise<boolean> {
    try {
      await this.guest.fresh();
      const { requestId, text } = item;
      const { messageId } = await this.calls.customers.sendCustomerMessage({ requestId, interactionId, text });
      this.mark(requestId, { messageId });
      return true;
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (isTokenProblem(problem)) this.guest.doubt();
      else if (!mayBeRepeated(problem)) {
        this.mark(item.requestId, { refused: problem.reason });
        return true;
      }
      return false;
    }
  }

  private mark(requestId: string, change: Partial<Unsent>): void {
    const unsent = this.memory.now.unsent.map((item) => (item.requestId === requestId ? { ...item, ...change } : item));
    this.memory.keep({ unsent });
  }

  private async run(
    what: "leave" | "reopen" | "rate", send: (requestId: string) => Promise<unknown>, intent = "",
  ): Promise<boolean> {
    this.set({ busy: what, notice: undefined });
    const outcome = await this.commands.run(`${what}:${intent}`, async (requestId) => {
      await this.guest.fresh();
      return send(requestId);
    });
    this.set({ busy: undefined });
    if (outcome.ok) return true;
    if (outcome.problem.fields.has("comment")) this.set({ problems: { comment: "unfit" } });
    else this.set({ notice: outcome.isOpen ? "UNREACHABLE" : outcome.problem.reason || "UNREACHABLE" });
    return false;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.tools.clock.after(ms, resolve));
  }

  /** As a pause that ends sooner when the stream is back. */
  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.wakePump = undefined;
        resolve();
      };
      const cancel = this.tools.clock.after(ms, done);
      this.wakePump = done;
    });
  }

  private set(change: Partial<ChatState>): void {
    this.shown = { ...this.shown, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

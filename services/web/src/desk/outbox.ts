import { mayBeRepeated, type Problem, problemOf } from "../api/errors";
import { backoffMs } from "../live/backoff";
import type { Clock, Dice } from "../live/clock";
import { KeptStore, recordOf } from "../ui/kept-store";

/** A message on its way to the customer. */
export interface Outgoing {
  /** The request id: the same message sent again is the same message. */
  readonly id: string;
  readonly interactionId: string;
  readonly text: string;
  readonly at: number;
  /** Last message of the conversation when it was sent: what follows it may be this one. */
  readonly afterSequence: number;
  /** waiting: nobody answered yet, it is tried again. refused: it will never go. */
  readonly state: "sending" | "waiting" | "sent" | "refused";
  /** Version of the conversation that has it; 0 before it is sent. */
  readonly version: number;
}

export interface OutboxTools {
  readonly place: Storage;
  readonly owner: string;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly newId: () => string;
  /** Answers the version of the interaction that has the message. */
  readonly send: (message: Outgoing) => Promise<number>;
}

const KEPT_MS = 24 * 3_600_000;

/**
 * Messages that were sent and are not seen in the conversation yet. They survive reloads and go out one after another,
 * in order, until the server has them or refuses them; nothing typed is ever lost and nothing is said twice.
 */
export class Outbox {
  private readonly store: KeptStore<readonly Outgoing[]>;
  private readonly running = new Set<string>();
  private readonly problems = new Map<string, Problem>();

  constructor(private readonly tools: OutboxTools) {
    this.store = new KeptStore<readonly Outgoing[]>(tools.place, `supportgrid.outbox.${tools.owner}`,
      (kept) => readKept(kept, tools.clock.now()));
  }

  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  readonly getSnapshot = (): readonly Outgoing[] => this.store.getSnapshot();

  /** Goes on with what an earlier page left. */
  resume(): void {
    for (const id of new Set(this.store.getSnapshot().map((message) => message.interactionId))) void this.drain(id);
  }

  say(interactionId: string, text: string, afterSequence: number): void {
    const { clock, newId } = this.tools;
    const message: Outgoing = {
      id: newId(), interactionId, text, at: clock.now(), afterSequence, state: "sending", version: 0,
    };
    this.store.set([...this.store.getSnapshot(), message]);
    void this.drain(interactionId);
  }

  /** Why a message was refused. */
  problemOf(id: string): Problem | undefined {
    return this.problems.get(id);
  }

  remove(id: string): void {
    this.store.set(this.store.getSnapshot().filter((message) => message.id !== id));
  }

  /** What the conversation shows by now needs no place here. */
  settle(interactionId: string, isShown: (message: Outgoing) => boolean): void {
    const all = this.store.getSnapshot();
    const left = all.filter((message) => message.interactionId !== interactionId || !isShown(message));
    if (left.length < all.length) this.store.set(left);
  }

  private async drain(interactionId: string): Promise<void> {
    if (this.running.has(interactionId)) return;
    this.running.add(interactionId);
    for (let failures = 0; ;) {
      const next = this.store.getSnapshot().find((message) => message.interactionId === interactionId
        && (message.state === "sending" || message.state === "waiting"));
      if (next === undefined) break;
      try {
        this.change(next.id, { state: "sent", version: await this.tools.send(next) });
        failures = 0;
      } catch (thrown) {
        const problem = problemOf(thrown);
        if (!mayBeRepeated(problem) && !problem.reason.startsWith("TOKEN_")) {
          this.problems.set(next.id, problem);
          this.change(next.id, { state: "refused" });
          continue;
        }
        this.change(next.id, { state: "waiting" });
        await this.pause(backoffMs(++failures, this.tools.dice, problem.retryAfterMs));
      }
    }
    this.running.delete(interactionId);
  }

  private change(id: string, change: Partial<Outgoing>): void {
    this.store.set(this.store.getSnapshot().map((message) => message.id === id ? { ...message, ...change } : message));
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.tools.clock.after(ms, resolve));
  }
}

function readKept(kept: unknown, now: number): readonly Outgoing[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((value: unknown) => {
    const { id, interactionId, text, at, afterSequence, state } = recordOf(value);
    const isWhole = typeof id === "string" && typeof interactionId === "string" && typeof text === "string"
      && typeof at === "number" && typeof afterSequence === "number";
    // What was sent is in the conversation that comes; what was on its way is sent again under its id.
    if (!isWhole || now - at > KEPT_MS || state === "sent") return [];
    return [{ id, interactionId, text, at, afterSequence, state: state === "refused" ? state : "sending", version: 0 }];
  });
}

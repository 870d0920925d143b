import { backoffMs } from "../live/backoff";
import type { Clock, Dice } from "../live/clock";
import { mayBeRepeated, type Problem, problemOf } from "./errors";

export interface CommandTools {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly newId: () => string;
  /** Tries of one run before it is given up; the next run of the same intent goes on under the same id. */
  readonly triesMax?: number;
}

export type Outcome<R> =
  | { readonly ok: true; readonly response: R }
  /** `isOpen`: nobody answered, so it may have happened; the same intent again finds out and does nothing twice. */
  | { readonly ok: false; readonly problem: Problem; readonly isOpen: boolean };

const TRIES_MAX = 5;

/**
 * Commands of one page. An intent is what the person wants, such as "accept:o-17": while it is under way a second click
 * is the same click, and as long as no answer came it keeps its request id, so that nothing is ever done twice.
 */
export class Commands {
  private readonly ids = new Map<string, string>();
  private readonly running = new Map<string, Promise<Outcome<unknown>>>();

  constructor(private readonly tools: CommandTools) {}

  run<R>(intent: string, send: (requestId: string) => Promise<R>): Promise<Outcome<R>> {
    const under = this.running.get(intent);
    if (under !== undefined) return under as Promise<Outcome<R>>;
    const run = this.attempt(intent, send).finally(() => this.running.delete(intent));
    this.running.set(intent, run);
    return run;
  }

  private async attempt<R>(intent: string, send: (requestId: string) => Promise<R>): Promise<Outcome<R>> {
    const id = this.ids.get(intent) ?? this.tools.newId();
    this.ids.set(intent, id);
    for (let failures = 1; ; failures++) {
      try {
        const response = await send(id);
        this.ids.delete(intent);
        return { ok: true, response };
      } catch (thrown) {
        const problem = problemOf(thrown);
        const isOpen = mayBeRepeated(problem);
        if (!isOpen) this.ids.delete(intent);
        if (!isOpen || failures >= (this.tools.triesMax ?? TRIES_MAX)) return { ok: false, problem, isOpen };
        await this.pause(backoffMs(failures, this.tools.dice, problem.retryAfterMs));
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.tools.clock.after(ms, resolve));
  }
}

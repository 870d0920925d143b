import { backoffMs } from "./backoff";
import type { Clock, Dice } from "./clock";

/** What a stream's end means for whoever follows it; see shared/docs/cursor-contract.md. */
export type Verdict =
  | { readonly kind: "resume"; readonly afterMs?: number }
  /** The cursor is of no use any more: forget everything, list again. */
  | { readonly kind: "relist" }
  /** No repeat helps: a token that is over, a role that is missing. */
  | { readonly kind: "end"; readonly error: unknown };

/** One opening of a list-then-watch stream. */
export type Opening<R> = (cursor: string, signal: AbortSignal) => AsyncIterable<R>;

/** Every response of a live stream says what it is; "synced" and "bookmark" mean the same in all of them. */
export interface Watched {
  readonly cursor: string;
  readonly kind: { readonly case: string | undefined };
}

/** What a follower is told, in this order: (reset?, step*, caughtUp)* with breaks in between. */
export interface Follower<R> {
  /** The stream begins with a list: whatever was folded before is void once the list is whole. */
  reset(): void;
  /** All responses of one event, or one response of a list. Never half an event. */
  step(responses: readonly R[]): void;
  /** The list, or the backlog after a resume, is whole; what follows is news. */
  caughtUp(): void;
  /** The server was heard. */
  heard(): void;
  /** The stream was opened and waits for its first word. */
  opening(): void;
  /** The stream broke; the next try is in `inMs`. */
  broken(inMs: number, error: unknown): void;
  ended(error: unknown): void;
}

export interface WatchPlan<R extends Watched> {
  readonly open: Opening<R>;
  readonly judge: (error: unknown) => Verdict;
  /** Conflated responses stand alone and have no cursor after the list (the place in line). Default: none. */
  readonly isLoose?: (response: R) => boolean;
  readonly clock: Clock;
  readonly dice: Dice;
  /** A stream that says nothing for this long is taken for dead; bookmarks come every 10 seconds. */
  readonly deadAfterMs?: number;
  /** Streams without a list (WatchEvents) begin listed. */
  readonly hasList?: boolean;
}

export const DEAD_AFTER_MS = 35_000;

/** An end of the stream without an error: the server went down in good order. */
const orderlyEnd = new Error("the stream ended");

/**
 * Follows a list-then-watch stream for ever: resumes at the last cursor, lists again when it must, takes silence for
 * death. Knows neither gRPC nor React: the transport is `open`, the meaning of an error is `judge`.
 */
export class Watch<R extends Watched> {
  private cursor = "";
  private failures = 0;
  private isListed = false;
  private abort: AbortController | undefined;
  private cancelRetry: (() => void) | undefined;
  private cancelDeath: (() => void) | undefined;
  private isStopped = true;

  constructor(
    private readonly plan: WatchPlan<R>,
    private readonly follower: Follower<R>,
  ) {}

  start(): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    this.open();
  }

  /** Ends; a later start goes on at the cursor. */
  stop(): void {
    this.isStopped = true;
    this.close();
  }

  /** The page woke up, or the network came back: a waiting retry is made now, and a silent stream is not trusted. */
  nudge(silentForMs: number, trustMs: number): void {
    if (this.isStopped) return;
    if (this.cancelRetry !== undefined) {
      this.failures = 0;
      this.open();
    } else if (silentForMs > trustMs) {
      this.retry(new Error("silent after a pause"), { kind: "resume" });
    }
  }

  private close(): void {
    this.cancelRetry?.();
    this.cancelDeath?.();
    this.cancelRetry = undefined;
    this.cancelDeath = undefined;
    this.abort?.abort();
    this.abort = undefined;
  }

  private open(): void {
    this.close();
    const abort = new AbortController();
    this.abort = abort;
    if (this.cursor === "") {
      this.isListed = this.plan.hasList === false;
      this.follower.reset();
    }
    this.follower.opening();
    this.expectWord();
    void this.follow(abort.signal);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    let error: unknown = orderlyEnd;
    try {
      let event: R[] = [];
      for await (const response of this.plan.open(this.cursor, signal)) {
        if (signal.aborted) return;
        event = this.take(response, event);
      }
    } catch (thrown) {
      error = thrown;
    }
    if (signal.aborted) return;
    this.retry(error, error === orderlyEnd ? { kind: "resume" } : this.plan.judge(error));
  }

  /** Answers the responses of an event that is not whole yet: after the list only the last of an event has a cursor. */
  private take(response: R, event: R[]): R[] {
    this.failures = 0;
    this.expectWord();
    this.follower.heard();
    if (response.kind.case === "synced" || response.kind.case === "bookmark") {
      this.cursor = response.cursor === "" ? this.cursor : response.cursor;
      this.isListed ||= response.kind.case === "synced";
      this.follower.caughtUp();
      return [];
    }
    if (!this.isListed || this.plan.isLoose?.(response) === true) {
      this.follower.step([response]);
      return event;
    }
    const whole = [...event, response];
    if (response.cursor === "") return whole;
    this.cursor = response.cursor;
    this.follower.step(whole);
    return [];
  }

  private retry(error: unknown, verdict: Verdict): void {
    this.close();
    if (verdict.kind === "end") {
      this.isStopped = true;
      this.follower.ended(verdict.error);
      return;
    }
    if (verdict.kind === "relist") this.cursor = "";
    this.failures++;
    const asked = verdict.kind === "resume" ? (verdict.afterMs ?? 0) : 0;
    const inMs = backoffMs(this.failures, this.plan.dice, asked);
    this.follower.broken(inMs, error);
    this.cancelRetry = this.plan.clock.after(inMs, () => {
      this.cancelRetry = undefined;
      this.open();
    });
  }

  private expectWord(): void {
    this.cancelDeath?.();
    this.cancelDeath = this.plan.clock.after(this.plan.deadAfterMs ?? DEAD_AFTER_MS, () => {
      this.retry(new Error("nothing heard"), { kind: "resume" });
    });
  }
}

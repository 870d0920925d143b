import type { Clock, Dice } from "./clock";
import { type Opening, type Verdict, Watch, type Watched } from "./watch";

/**
 * connecting: nothing to show yet. synced: what is shown is what is. behind: what is shown was so a moment ago (the
 * stream is open, but silent or still listing again). cut: nobody is heard. ended: no repeat helps.
 */
export type Phase = "connecting" | "synced" | "behind" | "cut" | "ended";

export interface Live<S> {
  readonly state: S;
  readonly phase: Phase;
  /** When the server was last heard, by the page's clock; undefined before the first word. */
  readonly heardAt: number | undefined;
  /** When the next try is due, while cut. */
  readonly retryAt: number | undefined;
  /** Why it ended, or what broke last. */
  readonly error: unknown;
}

/** State as a fold of the stream: pure, so that it is tested without a browser. */
export interface Fold<S, R> {
  readonly initial: S;
  apply(state: S, response: R): S;
}

export interface LivePlan<S, R extends Watched> {
  readonly open: Opening<R>;
  readonly judge: (error: unknown) => Verdict;
  readonly fold: Fold<S, R>;
  readonly isLoose?: (response: R) => boolean;
  readonly clock: Clock;
  readonly dice: Dice;
  /** Runs once before the next paint; changes until then are one. */
  readonly frame: (run: () => void) => void;
}

/** Bookmarks come every 10 seconds of silence: who hears nothing for longer shows old numbers. */
export const BEHIND_AFTER_MS = 12_000;

/**
 * A live view for React's useSyncExternalStore. Follows while somebody subscribes; each snapshot is immutable. While a
 * list comes anew the last whole state stays, marked as behind: people never see a half list.
 */
export class LiveStore<S, R extends Watched> {
  private readonly watch: Watch<R>;
  private readonly listeners = new Set<() => void>();
  private folded: S;
  private shown: Live<S>;
  private next: Live<S>;
  private hasList = false;
  private isListing = true;
  private isCatchingUp = true;
  private isFramed = false;
  private cancelSilence: (() => void) | undefined;

  constructor(private readonly plan: LivePlan<S, R>) {
    this.folded = plan.fold.initial;
    this.shown = {
      state: plan.fold.initial, phase: "connecting", heardAt: undefined, retryAt: undefined, error: undefined,
    };
    this.next = this.shown;
    this.watch = new Watch<R>({ ...plan }, {
      reset: () => this.reset(),
      step: (responses) => this.step(responses),
      caughtUp: () => this.caughtUp(),
      heard: () => this.heard(),
      opening: () => {
        this.isCatchingUp = true;
        this.set({ retryAt: undefined });
      },
      broken: (inMs, error) => this.broken(inMs, error),
      ended: (error) => this.ended(error),
    });
  }

  readonly getSnapshot = (): Live<S> => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.watch.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.halt();
    };
  };

  /** After sleep, or when the network is back: do not wait for the watchdog. */
  nudge(): void {
    const silentFor = this.plan.clock.now() - (this.next.heardAt ?? this.plan.clock.now());
    this.watch.nudge(silentFor, BEHIND_AFTER_MS);
  }

  /** With a new token, after an end. */
  restart(): void {
    this.watch.stop();
    this.set({ phase: this.hasList ? "cut" : "connecting", error: undefined });
    if (this.listeners.size > 0) this.watch.start();
  }

  private halt(): void {
    this.watch.stop();
    this.cancelSilence?.();
    if (this.next.phase !== "ended") this.set({ phase: this.hasList ? "behind" : "connecting" });
  }

  private reset(): void {
    this.folded = this.plan.fold.initial;
    this.isListing = true;
  }

  private step(responses: readonly R[]): void {
    for (const response of responses) this.folded = this.plan.fold.apply(this.folded, response);
    if (!this.isListing) this.set({ state: this.folded });
  }

  private caughtUp(): void {
    this.isListing = false;
    this.isCatchingUp = false;
    this.hasList = true;
    this.set({ state: this.folded, phase: "synced" });
  }

  private heard(): void {
    const heardAt = this.plan.clock.now();
    const phase = this.isCatchingUp ? (this.hasList ? "behind" : "connecting") : "synced";
    this.set({ heardAt, phase, retryAt: undefined, error: undefined });
    this.cancelSilence?.();
    this.cancelSilence = this.plan.clock.after(BEHIND_AFTER_MS, () => {
      if (this.next.phase === "synced") this.set({ phase: "behind" });
    });
  }

  private broken(inMs: number, error: unknown): void {
    this.cancelSilence?.();
    this.set({ phase: "cut", retryAt: this.plan.clock.now() + inMs, error });
  }

  private ended(error: unknown): void {
    this.cancelSilence?.();
    this.set({ phase: "ended", retryAt: undefined, error });
  }

  private set(change: Partial<Live<S>>): void {
    this.next = { ...this.next, ...change };
    if (this.isFramed) return;
    this.isFramed = true;
    this.plan.frame(() => {
      this.isFramed = false;
      this.shown = this.next;
      for (const listener of [...this.listeners]) listener();
    });
  }
}

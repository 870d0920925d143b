import { useEffect, useState } from "react";
import { backoffMs } from "../live/backoff";
import { systemClock, systemDice } from "../live/clock";
import { mayBeRepeated, type Problem, problemOf } from "./errors";

export interface Read<T> {
  readonly value: T | undefined;
  /** Why there is none, or why the value could not be renewed. */
  readonly problem: Problem | undefined;
  /** When the value was read. */
  readonly at: number | undefined;
}

interface Plan<T> {
  /** Says what is read: another key is another value. Undefined: nothing is read. */
  readonly key: string | undefined;
  readonly read: (signal: AbortSignal) => Promise<T>;
  /** Reads again after this time, as long as the component is there. */
  readonly everyMs?: number;
}

/** A value that is asked for, again while nobody answers, and again after a time if the plan says so. */
export function useRead<T>({ key, read, everyMs }: Plan<T>): Read<T> {
  const [state, set] = useState<Read<T> & { readonly key: string | undefined }>(nothing);
  useEffect(() => {
    if (key === undefined) return undefined;
    const abort = new AbortController();
    let cancel: (() => void) | undefined;
    const go = async (failures: number): Promise<void> => {
      try {
        const value = await read(abort.signal);
        if (abort.signal.aborted) return;
        set({ key, value, problem: undefined, at: systemClock.now() });
        if (everyMs !== undefined) cancel = systemClock.after(everyMs, () => void go(0));
      } catch (thrown) {
        if (abort.signal.aborted) return;
        const problem = problemOf(thrown);
        set((now) => now.key === key ? { ...now, problem } : { key, value: undefined, problem, at: undefined });
        if (!mayBeRepeated(problem)) return;
        const waitMs = backoffMs(failures + 1, systemDice, problem.retryAfterMs);
        cancel = systemClock.after(waitMs, () => void go(failures + 1));
      }
    };
    void go(0);
    return () => {
      abort.abort();
      cancel?.();
    };
    // What is read follows from the key alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, everyMs]);
  return state.key === key ? state : nothing;
}

const nothing = { key: undefined, value: undefined, problem: undefined, at: undefined };

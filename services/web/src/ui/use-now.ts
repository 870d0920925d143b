import { useSyncExternalStore } from "react";
import { systemClock } from "../live/clock";

const listeners = new Set<() => void>();
let second = Math.floor(systemClock.now() / 1_000) * 1_000;
let cancel: (() => void) | undefined;

function tick(): void {
  const now = systemClock.now();
  second = Math.floor(now / 1_000) * 1_000;
  // At the turn of each second, so that all timers of a page move at once.
  cancel = systemClock.after(1_000 - (now % 1_000), tick);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) cancel?.();
  };
}

/** The time, to the second: one timer for all clocks of a page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => second);
}

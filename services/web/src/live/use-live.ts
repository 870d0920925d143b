import { useEffect, useSyncExternalStore } from "react";
import type { Live, LiveStore } from "./live-store";
import { onWake } from "./wake";
import type { Watched } from "./watch";

/** The present state of a live view; follows it while the component is there. */
export function useLive<S, R extends Watched>(store: LiveStore<S, R>): Live<S> {
  useEffect(() => onWake(() => store.nudge()), [store]);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

/** Before the next paint; a page in the background is not painted, so there a moment later. */
export function nextFrame(run: () => void): void {
  if (document.visibilityState === "visible") requestAnimationFrame(run);
  else setTimeout(run, 100);
}

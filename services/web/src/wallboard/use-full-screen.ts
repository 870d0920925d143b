import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

/** The page without the browser around it. Where a browser refuses, the page stays as it is. */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const toggle = () => {
    const turn = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    turn.catch(() => undefined);
  };
  return { isFull, toggle };
}

import { type MouseEvent, useSyncExternalStore } from "react";

const moved = new EventTarget();

/** Goes to another page of this application without loading it anew. */
export function navigate(path: string): void {
  history.pushState(null, "", path);
  moved.dispatchEvent(new Event("move"));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  moved.addEventListener("move", listener);
  return () => {
    window.removeEventListener("popstate", listener);
    moved.removeEventListener("move", listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** For links within the application: a click with a modifier key is the browser's. */
export function onLinkClick(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  navigate(new URL(event.currentTarget.href).pathname);
}

import { useEffect, useLayoutEffect, useRef } from "react";

/** Keys are named by their place on the keyboard ("KeyA"): Alt changes the letter on many layouts. */
export interface Shortcut {
  readonly code: string;
  readonly isAlt: boolean;
  readonly run: () => void;
}

/** Shortcuts of a page. Those with Alt work while typing, too; the others only when nothing is typed in. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  // With the commit, not after the paint: what is on the screen answers to its key at once.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.isComposing) return;
      // A dialog over the page has the keyboard for itself.
      if (document.querySelector(".overlay, .over") !== null) return;
      if (!event.altKey && isTyping(event.target)) return;
      const found = latest.current.find((one) => one.code === event.code && one.isAlt === event.altKey);
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("input, textarea, select, [role=menuitem], [role=option]"));
}

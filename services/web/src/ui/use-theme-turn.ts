import { useEffect, useState } from "react";

/** A number that grows when the page turns light or dark: for whatever reads colours once. */
export function useThemeTurn(): number {
  const [turn, set] = useState(0);
  useEffect(() => {
    const next = () => set((now) => now + 1);
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", next);
    const chosen = new MutationObserver(next);
    chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      system.removeEventListener("change", next);
      chosen.disconnect();
    };
  }, []);
  return turn;
}

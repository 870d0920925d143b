import { useCallback, useMemo, useSyncExternalStore } from "react";

const changed = new EventTarget();

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  changed.addEventListener("change", listener);
  return () => {
    window.removeEventListener("popstate", listener);
    changed.removeEventListener("change", listener);
  };
}

export type QueryChange = Readonly<Record<string, string | null>>;

/**
 * What a page shows, kept in its address: a link shows another person the same. Null takes a key away. Choices take the
 * place of the address; with `isStep` the way back leads to what was before.
 */
export function useQuery(): [URLSearchParams, (change: QueryChange, isStep?: boolean) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback((change: QueryChange, isStep = false) => {
    const next = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(change)) {
      if (value === null || value === "") next.delete(key);
      else next.set(key, value);
    }
    const text = next.toString();
    const address = location.pathname + (text === "" ? "" : `?${text}`);
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    changed.dispatchEvent(new Event("change"));
  }, []);
  return [query, set];
}

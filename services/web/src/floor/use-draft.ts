import { useMemo, useSyncExternalStore } from "react";
import { KeptStore, recordOf } from "../ui/kept-store";

type Draft = Readonly<Record<string, string>>;

const stores = new Map<string, KeptStore<Draft>>();

/** What somebody has typed and not sent, kept over refusals, other rows and reloads, until it is sent or taken back. */
export function useDraft(key: string): [Draft, (change: Draft) => void, () => void] {
  const store = useMemo(() => {
    const name = `supportgrid.floor.${key}`;
    const made = stores.get(name) ?? new KeptStore<Draft>(sessionStorage, name, (kept) =>
      Object.fromEntries(Object.entries(recordOf(kept)).filter((entry): entry is [string, string] =>
        typeof entry[1] === "string")));
    stores.set(name, made);
    return made;
  }, [key]);
  const draft = useSyncExternalStore(store.subscribe, store.getSnapshot);
  return [draft, (change) => store.set({ ...draft, ...change }), () => store.set({})];
}

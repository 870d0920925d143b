import { KeptStore, recordOf } from "../ui/kept-store";

/** A reply that an agent keeps: in this browser, for themselves. */
export interface Canned {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface CannedVariables {
  readonly customer: string;
  readonly agent: string;
  readonly queue: string;
}

/** The text with the names in the place of {customer}, {agent} and {queue}; other braces stay as they are. */
export function fill(text: string, variables: CannedVariables): string {
  return text.replaceAll(/\{(customer|agent|queue)\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? variables[name as keyof CannedVariables] : whole);
}

/** Null: the agent has not changed anything yet, and the first ones are those of the language. */
export function cannedStore(place: Storage, owner: string): KeptStore<readonly Canned[] | null> {
  return new KeptStore(place, `supportgrid.canned.${owner}`, (kept) => Array.isArray(kept)
    ? kept.flatMap((one: unknown) => {
      const { id, name, text } = recordOf(one);
      return typeof id === "string" && typeof name === "string" && typeof text === "string" ? [{ id, name, text }] : [];
    })
    : null);
}

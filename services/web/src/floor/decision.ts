import { recordOf } from "../ui/kept-store";

/** One part of a score: raw, brought to 0..1, weighed. */
export interface Term {
  readonly name: string;
  readonly scaled: number;
  readonly weight: number;
  readonly points: number;
}

export interface Person {
  readonly agent: string;
  readonly name: string;
  readonly unitsTaken: number;
  readonly units: number;
  readonly levels: readonly string[];
}

export interface Candidate extends Person {
  readonly score: number;
  readonly terms: readonly Term[];
}

export interface Excluded extends Person {
  readonly reason: string;
  readonly whyNot: string;
}

/** A recorded decision, as far as people read it. */
export interface Decision {
  readonly agent: string;
  readonly because: string;
  readonly margin: number | undefined;
  readonly candidates: readonly Candidate[];
  readonly candidatesTotal: number;
  readonly excluded: readonly Excluded[];
  readonly totals: readonly { readonly reason: string; readonly agents: number }[];
  /** Names of all terms, in the order of the record. */
  readonly terms: readonly string[];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" ? value : 0);
const list = (value: unknown): readonly Record<string, unknown>[] =>
  (Array.isArray(value) ? value.map(recordOf) : []);

function personOf(facts: Record<string, unknown>): Person {
  const agent = text(facts["agent"]);
  return {
    agent, name: text(facts["name"]) === "" ? agent : text(facts["name"]),
    unitsTaken: number(facts["unitsTaken"]), units: number(facts["units"]),
    levels: list(facts["levels"]).map((level) => `${text(level["skill"])} ${number(level["level"])}`),
  };
}

/** Undefined: there is no record (an answer to "why not now"), or it is none. Terms of later versions come along. */
export function readDecision(json: string): Decision | undefined {
  if (json === "") return undefined;
  let from: Record<string, unknown>;
  try {
    from = recordOf(JSON.parse(json));
  } catch {
    return undefined;
  }
  const candidates = list(from["candidates"]).map((candidate): Candidate => ({
    ...personOf(recordOf(candidate["facts"])),
    score: number(candidate["score"]),
    terms: list(candidate["terms"]).map((term) => ({
      name: text(term["name"]), scaled: number(term["scaled"]), weight: number(term["weight"]),
      points: number(term["points"]),
    })),
  }));
  return {
    agent: text(from["agent"]), because: text(from["because"]),
    margin: typeof from["margin"] === "number" ? from["margin"] : undefined,
    candidates, candidatesTotal: number(from["candidatesTotal"]),
    excluded: list(from["excluded"]).map((one) => {
      const facts = recordOf(one["facts"]);
      return { ...personOf(facts), reason: text(one["reason"]), whyNot: text(facts["whyNot"]) };
    }),
    totals: list(from["excludedTotals"]).map((one) => ({ reason: text(one["reason"]), agents: number(one["agents"]) })),
    terms: [...new Set(candidates.flatMap((candidate) => candidate.terms.map((term) => term.name)))],
  };
}

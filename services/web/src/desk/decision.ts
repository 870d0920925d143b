import { recordOf } from "../ui/kept-store";

const known = ["only_candidate", "only_agent", "preferred", "proficiency", "idle", "free_capacity", "tie_idle",
  "tie_agent", "emotional_load",
] as const;

/** Why an offer came to this agent, from the decision's record. */
export interface Decision {
  readonly because: (typeof known)[number];
  readonly candidates: number;
  /** How long the agent had been free. */
  readonly idleMs: number;
  readonly askedAgain: boolean;
}

/** Undefined for a record that we do not understand; then the server's own sentence is shown. */
export function readDecision(json: string): Decision | undefined {
  try {
    const record = recordOf(JSON.parse(json));
    const because = known.find((word) => word === record["because"]);
    if (because === undefined) return undefined;
    const candidates: readonly unknown[] = Array.isArray(record["candidates"]) ? record["candidates"] : [];
    const facts = recordOf(recordOf(candidates[0])["facts"]);
    // eslint-disable-next-line no-restricted-globals -- Reads texts; the time of now does not come in.
    const idleMs = Date.parse(String(record["at"])) - Date.parse(String(facts["idleSince"]));
    const total = record["candidatesTotal"];
    return {
      because,
      candidates: typeof total === "number" ? total : candidates.length,
      idleMs: Number.isFinite(idleMs) ? Math.max(0, idleMs) : 0,
      askedAgain: record["askedAgain"] === true,
    };
  } catch {
    return undefined;
  }
}

import { useCallback } from "react";
import type { MessageId } from "../i18n/locales";
import { useText } from "../i18n/use-text";

/** What the platform itself says of how an interaction ended; all else are wrap-up codes of the tenant. */
const known: Readonly<Record<string, MessageId>> = {
  abandoned: "desk.outcome.abandoned",
  agent_lost: "desk.outcome.agentlost",
  served: "desk.outcome.served",
  short_abandoned: "desk.outcome.abandoned",
  timeout: "desk.outcome.served",
};

/** How an interaction ended, in words; a wrap-up code stays as the tenant wrote it. */
export function useOutcome(): (outcome: string) => string {
  const t = useText();
  return useCallback((outcome) => {
    const id = known[outcome];
    return id === undefined ? outcome : t(id);
  }, [t]);
}

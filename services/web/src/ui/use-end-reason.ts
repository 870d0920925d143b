import { problemOf } from "../api/errors";
import type { Live } from "../live/live-store";
import { useProblemText } from "./use-problem-text";

/** Why a stream has ended, in words. */
export function useEndReason(live: Live<unknown>): string {
  const problemText = useProblemText();
  return live.phase === "ended" ? problemText(problemOf(live.error)) : "";
}

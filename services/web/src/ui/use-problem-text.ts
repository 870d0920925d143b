import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { Problem } from "../api/errors";

/** Why something did not work, in the language of the page; the server's sentence where there are no words of ours. */
export function useProblemText(): (problem: Problem) => string {
  const intl = useIntl();
  return useCallback((problem) => {
    const say = (id: string, values: Record<string, string>) => intl.formatMessage({ id }, values);
    for (const id of [`refused.${problem.reason}`, `problem.${problem.reason}`]) {
      if (problem.reason !== "" && id in intl.messages) return say(id, { id: problem.correlationId });
    }
    if (problem.reason === "") return say("problem.unanswered", {});
    const [field] = problem.fields.values();
    return say("problem.other", { sentence: field ?? problem.sentence });
  }, [intl]);
}

import { useCallback } from "react";
import type { Outcome } from "../api/command";
import { isTokenProblem } from "../api/errors";
import { useTools } from "./session";

export type RunCommand = <R>(intent: string, send: (requestId: string) => Promise<R>) => Promise<Outcome<R>>;

/** Runs commands; a token that is over asks for another one, over the page. */
export function useCommand(): RunCommand {
  const { commands, session } = useTools();
  return useCallback(async (intent, send) => {
    const outcome = await commands.run(intent, send);
    if (!outcome.ok && isTokenProblem(outcome.problem)) session.over();
    return outcome;
  }, [commands, session]);
}

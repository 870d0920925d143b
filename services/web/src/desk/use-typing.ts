import { useCallback, useEffect, useRef } from "react";
import { useTools } from "../app/session";

const AGAIN_MS = 3_000;

/** Tells the customer that the agent is writing: at most every few seconds, and when it is over. */
export function useTyping(interactionId: string): (isTyping: boolean) => void {
  const { clients, clock } = useTools();
  const last = useRef<number>(undefined);
  const tell = useCallback((typing: boolean) => {
    const now = clock.now();
    if (typing ? last.current !== undefined && now - last.current < AGAIN_MS : last.current === undefined) return;
    last.current = typing ? now : undefined;
    // A courtesy: when it does not arrive, nothing is lost, and the next one tries again.
    clients.desk.setAgentTyping({ interactionId, typing }).catch(() => undefined);
  }, [clients, clock, interactionId]);
  useEffect(() => () => tell(false), [tell]);
  return tell;
}

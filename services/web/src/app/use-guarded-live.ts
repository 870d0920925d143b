import { useEffect, useRef } from "react";
import { isTokenProblem, problemOf } from "../api/errors";
import type { Live, LiveStore } from "../live/live-store";
import { useLive } from "../live/use-live";
import type { Watched } from "../live/watch";
import { useSigned, useTools } from "./session";

/** A live view of a page: a token that is over asks for another one, and with another one the stream goes on. */
export function useGuardedLive<S, R extends Watched>(store: LiveStore<S, R>): Live<S> {
  const live = useLive(store);
  const { session } = useTools();
  const { identity, isOver } = useSigned();
  const token = useRef(identity?.token);
  const isRefused = live.phase === "ended" && isTokenProblem(problemOf(live.error));
  useEffect(() => {
    if (isRefused && token.current === identity?.token) session.over();
  }, [isRefused, identity, session]);
  useEffect(() => {
    if (isOver || identity === undefined || identity.token === token.current) return;
    token.current = identity.token;
    store.restart();
  }, [isOver, identity, store]);
  return live;
}

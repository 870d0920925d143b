import { useMemo } from "react";
import { judge } from "../api/errors";
import type { WatchWallboardResponse } from "../api/gen/supportgrid/v1/supervision_pb";
import { useTools } from "../app/session";
import { useGuardedLive } from "../app/use-guarded-live";
import { BEHIND_AFTER_MS, type Live, LiveStore } from "../live/live-store";
import { systemDice } from "../live/clock";
import { nextFrame } from "../live/use-live";
import { ServerClock } from "../ui/server-clock";
import { useNow } from "../ui/use-now";
import { type Board, boardFold } from "./board";

export interface LiveBoard {
  readonly live: Live<Board>;
  readonly tryNow: () => void;
  /** Of what is shown, by the server's clock. */
  readonly ageMs: number | undefined;
  /** By the server's clock. Stands while nobody is heard: a wait that may be over must not go on growing. */
  readonly now: number;
}

/** The board, and what time it is on the server. */
export function useBoard(): LiveBoard {
  const { clients, clock } = useTools();
  const [server, store] = useMemo(() => {
    const hears = new ServerClock(clock);
    return [hears, new LiveStore<Board, WatchWallboardResponse>({
      open: (cursor, signal) => hears.over(clients.supervision.watchWallboard({ cursor }, { signal })),
      judge, fold: boardFold, clock, dice: systemDice, frame: nextFrame,
    })];
  }, [clients, clock]);
  const heard = useGuardedLive(store);
  const now = useNow();
  const ageMs = server.age(now);
  // Words that come, but old: a proxy holds them back, or the server reads late.
  const isOld = heard.phase === "synced" && ageMs !== undefined && ageMs > BEHIND_AFTER_MS;
  const live = useMemo((): Live<Board> => (isOld ? { ...heard, phase: "behind" } : heard), [heard, isOld]);
  const shown = live.phase === "synced" ? server.at(now) : (server.asOf ?? server.at(now));
  return { live, tryNow: () => store.nudge(), ageMs, now: shown };
}

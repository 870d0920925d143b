import { useMemo } from "react";
import { judge } from "../api/errors";
import type { Interaction } from "../api/gen/supportgrid/v1/common_pb";
import type { Agent } from "../api/gen/supportgrid/v1/desk_pb";
import type {
  WatchAgentsResponse, WatchAlertsResponse, WatchInteractionsResponse,
} from "../api/gen/supportgrid/v1/supervision_pb";
import { useTools } from "../app/session";
import { useGuardedLive } from "../app/use-guarded-live";
import { useLocaleChoice } from "../i18n/locale-provider";
import { systemDice } from "../live/clock";
import { type Live, LiveStore, type Phase } from "../live/live-store";
import { nextFrame } from "../live/use-live";
import type { Rows } from "../ui/rows";
import { type Alerts, agentsFold, alertsFold, interactionsFold } from "./folds";

export interface Floor {
  readonly agents: Rows<Agent>;
  readonly interactions: Rows<Interaction>;
  readonly alerts: Alerts;
  /** The worst of the three streams: what is shown is only as new as its oldest part. */
  readonly live: Live<unknown>;
  readonly tryNow: () => void;
}

const badness: Readonly<Record<Phase, number>> = { synced: 0, connecting: 1, behind: 2, cut: 3, ended: 4 };

/** Everything of the floor, by three streams. */
export function useFloor(): Floor {
  const { clients: { supervision }, clock } = useTools();
  const { locale } = useLocaleChoice();
  const language = locale.startsWith("zh") ? "zh" : "en";
  const base = useMemo(() => ({ judge, clock, dice: systemDice, frame: nextFrame }), [clock]);
  const agentStore = useMemo(() => new LiveStore<Rows<Agent>, WatchAgentsResponse>({
    ...base, fold: agentsFold, open: (cursor, signal) => supervision.watchAgents({ cursor }, { signal }),
  }), [base, supervision]);
  const interactionStore = useMemo(() => new LiveStore<Rows<Interaction>, WatchInteractionsResponse>({
    ...base, fold: interactionsFold, open: (cursor, signal) => supervision.watchInteractions({ cursor }, { signal }),
  }), [base, supervision]);
  const alertStore = useMemo(() => new LiveStore<Alerts, WatchAlertsResponse>({
    ...base, fold: alertsFold, open: (cursor, signal) => supervision.watchAlerts({ cursor, language }, { signal }),
  }), [base, supervision, language]);
  const agents = useGuardedLive(agentStore);
  const interactions = useGuardedLive(interactionStore);
  const alerts = useGuardedLive(alertStore);
  const worst = [interactions, alerts].reduce<Live<unknown>>(
    (all, one) => (badness[one.phase] > badness[all.phase] ? one : all), agents);
  const heard = [agents, interactions, alerts].map((one) => one.heardAt);
  const heardAt = heard.includes(undefined) ? undefined : Math.min(...heard.map((at) => at ?? 0));
  return {
    agents: agents.state, interactions: interactions.state, alerts: alerts.state, live: { ...worst, heardAt },
    tryNow: () => [agentStore, interactionStore, alertStore].forEach((store) => store.nudge()),
  };
}

import { type Interaction, InteractionState } from "../api/gen/supportgrid/v1/common_pb";
import type { Agent } from "../api/gen/supportgrid/v1/desk_pb";
import type { AlertedInteraction, CueKindRecord } from "../api/gen/supportgrid/v1/empathy_pb";
import type {
  WatchAgentsResponse, WatchAlertsResponse, WatchInteractionsResponse,
} from "../api/gen/supportgrid/v1/supervision_pb";
import type { Fold } from "../live/live-store";
import { Rows } from "../ui/rows";

export const agentsFold: Fold<Rows<Agent>, WatchAgentsResponse> = {
  initial: Rows.empty(),
  apply: (agents, { kind }) => (kind.case === "agent" ? agents.with(kind.value.agentId, kind.value) : agents),
};

/** Open interactions: one that closes leaves. */
export const interactionsFold: Fold<Rows<Interaction>, WatchInteractionsResponse> = {
  initial: Rows.empty(),
  apply(open, { kind }) {
    if (kind.case !== "interaction") return open;
    const { interactionId, state } = kind.value;
    return state === InteractionState.CLOSED ? open.without(interactionId) : open.with(interactionId, kind.value);
  },
};

export interface Alerts {
  readonly interactions: Rows<AlertedInteraction>;
  /** Kinds of cues that are shown no more, because agents found them wrong. */
  readonly silenced: readonly CueKindRecord[];
}

export const alertsFold: Fold<Alerts, WatchAlertsResponse> = {
  initial: { interactions: Rows.empty(), silenced: [] },
  apply(alerts, { kind }) {
    switch (kind.case) {
      case "interaction":
        return { ...alerts, interactions: alerts.interactions.with(kind.value.interactionId, kind.value) };
      case "cleared":
        return { ...alerts, interactions: alerts.interactions.without(kind.value.interactionId) };
      case "cueKind": {
        const others = alerts.silenced.filter((record) => record.kind !== kind.value.kind);
        return { ...alerts, silenced: kind.value.silenced ? [...others, kind.value] : others };
      }
      default:
        return alerts;
    }
  },
};

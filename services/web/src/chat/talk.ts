import {
  CloseReason, InteractionState, Party, type Interaction, type Message,
} from "../api/gen/supportgrid/v1/common_pb";
import type { PlaceInLine, Typing, WatchInteractionResponse } from "../api/gen/supportgrid/v1/customer_pb";
import type { Fold } from "../live/live-store";

/** One interaction as its customer sees it, folded from WatchInteraction. */
export interface Talk {
  readonly interaction: Interaction | undefined;
  readonly messages: readonly Message[];
  readonly place: PlaceInLine | undefined;
  /** The last word about the agent's writing; how long it holds is for whoever has a clock. */
  readonly typing: Typing | undefined;
}

export type Step = "waiting" | "asking" | "talking" | "held" | "over";

const initial: Talk = { interaction: undefined, messages: [], place: undefined, typing: undefined };

export const talkFold: Fold<Talk, WatchInteractionResponse> = { initial, apply };

function apply(talk: Talk, response: WatchInteractionResponse): Talk {
  const { kind } = response;
  switch (kind.case) {
    case "snapshot":
      return { ...initial, interaction: kind.value, messages: kind.value.transcript };
    case "changed":
      return { ...talk, interaction: kind.value, typing: undefined };
    case "message":
      // Whoever has said it has stopped writing.
      return {
        ...talk,
        messages: [...talk.messages, kind.value],
        typing: kind.value.from === Party.CUSTOMER ? talk.typing : undefined,
      };
    case "place":
      return { ...talk, place: kind.value };
    case "typing":
      return { ...talk, typing: kind.value.expiresIn === undefined ? undefined : kind.value };
    default:
      return talk;
  }
}

/** Conflated words stand alone: they have no cursor and belong to no event. */
export function isLoose(response: WatchInteractionResponse): boolean {
  return response.kind.case === "place" || response.kind.case === "typing";
}

export function stepOf(talk: Talk): Step | undefined {
  switch (talk.interaction?.state) {
    case InteractionState.QUEUED:
      return "waiting";
    case InteractionState.OFFERED:
      return "asking";
    case InteractionState.CONNECTED:
      return "talking";
    case InteractionState.HELD:
      return "held";
    case InteractionState.WRAPPING:
    case InteractionState.CLOSED:
      return "over";
    default:
      return undefined;
  }
}

/** Whether an agent was there before it ended; a contact that was given up in the line is told so. */
export function wasServed(talk: Talk): boolean {
  const reason = talk.interaction?.closeReason ?? CloseReason.UNSPECIFIED;
  return reason !== CloseReason.ABANDONED && reason !== CloseReason.SHORT_ABANDONED;
}

export function lastSequence(talk: Talk): number {
  return talk.messages.at(-1)?.sequence ?? 0;
}

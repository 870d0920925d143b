import type { Interaction, Message } from "../api/gen/supportgrid/v1/common_pb";
import type { Typing } from "../api/gen/supportgrid/v1/customer_pb";
import type { Agent, Offer, WatchDeskResponse } from "../api/gen/supportgrid/v1/desk_pb";
import type { Cue, InteractionEmpathy, TrajectoryMoved } from "../api/gen/supportgrid/v1/empathy_pb";
import type { Fold } from "../live/live-store";

/** An interaction in the agent's hands. */
export interface Conversation {
  readonly interaction: Interaction;
  /** In order of their sequence, each once. */
  readonly messages: readonly Message[];
  readonly empathy: InteractionEmpathy | undefined;
  /** Shown now, oldest first. */
  readonly cues: readonly Cue[];
  readonly moved: TrajectoryMoved | undefined;
  /** The customer is writing, for as long as it says. */
  readonly typing: Typing | undefined;
}

/** Something that ended, for whoever wants to tell the agent. */
export interface Notice {
  readonly number: number;
  readonly kind: "offer" | "work";
  readonly interactionId: string;
  readonly name: string;
  /** Ending of the offer, or why the interaction left the agent's hands. */
  readonly because: string;
}

/** The desk as a fold of WatchDesk. */
export interface DeskState {
  readonly agent: Agent | undefined;
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly offers: ReadonlyMap<string, Offer>;
  /** The last few, oldest first. */
  readonly notices: readonly Notice[];
}

const NOTICES_MAX = 20;

export const emptyDesk: DeskState = { agent: undefined, conversations: new Map(), offers: new Map(), notices: [] };

export const deskFold: Fold<DeskState, WatchDeskResponse> = { initial: emptyDesk, apply };

function apply(state: DeskState, { kind }: WatchDeskResponse): DeskState {
  switch (kind.case) {
    case "agent":
      return { ...state, agent: kind.value };
    case "interaction":
      return inHand(state, kind.value);
    case "offer":
      return { ...state, offers: with_(state.offers, kind.value.offerId, kind.value) };
    case "offerEnded":
      return offerEnded(state, kind.value.offerId, kind.value.interactionId, kind.value.ending);
    case "message": {
      const { message, interactionId, version } = kind.value;
      return message === undefined ? state : change(state, interactionId, (c) => ({
        ...c, messages: added(c.messages, message), interaction: { ...c.interaction, version }, typing: undefined,
      }));
    }
    case "changed": {
      const { value } = kind;
      return change(state, value.interactionId, (c) => ({ ...c, interaction: value }));
    }
    case "typing": {
      const { value } = kind;
      return change(state, value.interactionId, (c) => ({ ...c, typing: value }));
    }
    case "released":
      return released(state, kind.value.interactionId, kind.value.because);
    default:
      return applyEmpathy(state, kind);
  }
}

function applyEmpathy(state: DeskState, kind: WatchDeskResponse["kind"]): DeskState {
  switch (kind.case) {
    case "empathy": {
      const { value } = kind;
      const cues = value.openCues;
      return change(state, value.interactionId, (c) => ({
        ...c, empathy: value, cues: cues.length > 0 ? cues : c.cues,
      }));
    }
    case "cueShown": {
      const { cue, interactionId } = kind.value;
      return cue === undefined ? state : change(state, interactionId, (c) => ({
        ...c, cues: [...c.cues.filter((other) => other.cueId !== cue.cueId), cue],
      }));
    }
    case "cueEnded": {
      const { cueId, interactionId } = kind.value;
      return change(state, interactionId, (c) => ({ ...c, cues: c.cues.filter((cue) => cue.cueId !== cueId) }));
    }
    case "trajectoryMoved": {
      const { value } = kind;
      return change(state, value.interactionId, (c) => ({
        ...c,
        moved: value,
        empathy: c.empathy === undefined ? undefined : { ...c.empathy, trajectory: value.to, level: value.level },
      }));
    }
    default:
      return state;
  }
}

function inHand(state: DeskState, interaction: Interaction): DeskState {
  const known = state.conversations.get(interaction.interactionId);
  const conversation: Conversation = {
    interaction,
    messages: interaction.transcript,
    empathy: known?.empathy,
    cues: known?.cues ?? [],
    moved: known?.moved,
    typing: undefined,
  };
  return { ...state, conversations: with_(state.conversations, interaction.interactionId, conversation) };
}

function offerEnded(state: DeskState, offerId: string, interactionId: string, because: string): DeskState {
  const offer = state.offers.get(offerId);
  const next = { ...state, offers: without(state.offers, offerId) };
  // What the agent did themselves needs no telling.
  if (offer === undefined || because === "accepted" || because === "rejected") return next;
  return noted(next, { kind: "offer", interactionId, name: nameOf(offer.interaction), because });
}

function released(state: DeskState, interactionId: string, because: string): DeskState {
  const conversation = state.conversations.get(interactionId);
  const next = { ...state, conversations: without(state.conversations, interactionId) };
  if (conversation === undefined || because === "closed" || because === "transferred") return next;
  return noted(next, { kind: "work", interactionId, name: nameOf(conversation.interaction), because });
}

function noted(state: DeskState, notice: Omit<Notice, "number">): DeskState {
  const number = (state.notices.at(-1)?.number ?? 0) + 1;
  return { ...state, notices: [...state.notices, { ...notice, number }].slice(-NOTICES_MAX) };
}

function change(state: DeskState, id: string, how: (conversation: Conversation) => Conversation): DeskState {
  const conversation = state.conversations.get(id);
  if (conversation === undefined) return state;
  return { ...state, conversations: with_(state.conversations, id, how(conversation)) };
}

function added(messages: readonly Message[], message: Message): readonly Message[] {
  const last = messages.at(-1);
  return last !== undefined && last.sequence >= message.sequence ? messages : [...messages, message];
}

function with_<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** How people call whom they talk with. */
export function nameOf(interaction: Interaction | undefined): string {
  if (interaction === undefined) return "";
  return interaction.customerName === "" ? interaction.customerId : interaction.customerName;
}

import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { InteractionState, Party } from "../api/gen/supportgrid/v1/common_pb";
import { type WatchDeskResponse, WatchDeskResponseSchema } from "../api/gen/supportgrid/v1/desk_pb";
import { Trajectory } from "../api/gen/supportgrid/v1/empathy_pb";
import { deskFold, type DeskState } from "./desk-state";
import { unreadOf, waitsSince } from "./unread";

type Kind = Parameters<typeof create<typeof WatchDeskResponseSchema>>[1];

const say = (kind: NonNullable<Kind>["kind"]): WatchDeskResponse => create(WatchDeskResponseSchema, { kind } as Kind);

const message = (sequence: number, from = Party.CUSTOMER, text = `m${sequence}`) => ({
  sequence, from, text, messageId: `m-${sequence}`, author: from === Party.AGENT ? "ana" : "ann",
});

const inHand = say({
  case: "interaction",
  value: {
    interactionId: "i-1", customerName: "Ann", state: InteractionState.CONNECTED, version: 5n, transcript: [message(1)],
  },
} as never);

const added = (sequence: number, from = Party.CUSTOMER) => say({
  case: "message", value: { interactionId: "i-1", version: BigInt(5 + sequence), message: message(sequence, from) },
} as never);

const fold = (...responses: WatchDeskResponse[]): DeskState => 
  responses.reduce((state, response) => deskFold.apply(state, response), deskFold.initial);

const talk = (state: DeskState) => {
  const conversation = state.conversations.get("i-1");
  if (conversation === undefined) throw new Error("no conversation");
  return conversation;
};

describe("the desk", () => {
  it("shows each message once, in order", () => {
    const state = fold(inHand, added(2), added(2), added(3, Party.AGENT));
    expect(talk(state).messages.map((m) => m.sequence)).toEqual([1, 2, 3]);
    expect(talk(state).interaction.version).toBe(8n);
  });

  it("keeps the transcript when the state changes without it", () => {
    const held = say({ case: "changed", value: { interactionId: "i-1", state: InteractionState.HELD } } as never);
    const { messages, interaction } = talk(fold(inHand, held));
    expect([messages.length, interaction.state]).toEqual([1, InteractionState.HELD]);
  });

  it("shows cues until they end, and how the customer fares", () => {
    const empathy = say({ case: "empathy", value: { interactionId: "i-1", trajectory: Trajectory.CALM } } as never);
    const cue = say({ case: "cueShown", value: { interactionId: "i-1", cue: { cueId: "c-1", sequence: 1 } } } as never);
    const moved = say({ case: "trajectoryMoved", value: { interactionId: "i-1", to: Trajectory.UPSET } } as never);
    const ended = say({ case: "cueEnded", value: { interactionId: "i-1", cueId: "c-1" } } as never);
    const shown = talk(fold(inHand, empathy, cue, moved));
    expect(shown.cues.map((c) => c.cueId)).toEqual(["c-1"]);
    expect(shown.empathy?.trajectory).toBe(Trajectory.UPSET);
    expect(talk(fold(inHand, empathy, cue, moved, ended)).cues).toEqual([]);
  });

  it("tells what left the agent's hands without their doing", () => {
    const offer = say({ case: "offer", value: { offerId: "o-1", interaction: { customerName: "Bo" } } } as never);
    const end = (ending: string) => say({ case: "offerEnded", value: { offerId: "o-1", ending } } as never);
    const release = (because: string) => say({ case: "released", value: { interactionId: "i-1", because } } as never);
    expect(fold(offer, end("accepted")).notices).toEqual([]);
    expect(fold(offer, end("cancelled")).notices).toMatchObject([{ name: "Bo", because: "cancelled" }]);
    expect(fold(inHand, release("closed")).notices).toEqual([]);
    expect(fold(inHand, release("reassigned")).notices).toMatchObject([{ name: "Ann", because: "reassigned" }]);
  });

  it("counts what the agent has not seen, and since when the customer waits", () => {
    const state = talk(fold(inHand, added(2, Party.AGENT), added(3), added(4)));
    expect([unreadOf(state, 1), unreadOf(state, 4), waitsSince(state)?.sequence]).toEqual([2, 0, 3]);
    expect(waitsSince(talk(fold(inHand, added(2, Party.AGENT))))).toBeUndefined();
  });

  it("forgets that somebody writes when the message is there", () => {
    const typing = say({ case: "typing", value: { interactionId: "i-1", from: Party.CUSTOMER } } as never);
    expect(talk(fold(inHand, typing)).typing).toBeDefined();
    expect(talk(fold(inHand, typing, added(2))).typing).toBeUndefined();
  });
});

import { create } from "@bufbuild/protobuf";
import { DurationSchema } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { InteractionState, Party } from "../api/gen/supportgrid/v1/common_pb";
import {
  PlaceInLineSchema, type WatchInteractionResponse, WatchInteractionResponseSchema,
} from "../api/gen/supportgrid/v1/customer_pb";
import { minutes, waitOf } from "./place";
import { isLoose, stepOf, type Talk, talkFold } from "./talk";

type Kind = Parameters<typeof create<typeof WatchInteractionResponseSchema>>[1];
const heard = (init: Kind): WatchInteractionResponse => create(WatchInteractionResponseSchema, init);
const fold = (...responses: readonly WatchInteractionResponse[]): Talk =>
  responses.reduce((talk, response) => talkFold.apply(talk, response), talkFold.initial);
const snapshot = (state: InteractionState): WatchInteractionResponse => heard({ kind: {
  case: "snapshot", value: { state, transcript: [{ sequence: 1, messageId: "m-1", text: "a", from: Party.CUSTOMER }] },
} });
const message = (sequence: number, from: Party): WatchInteractionResponse =>
  heard({ kind: { case: "message", value: { sequence, messageId: `m-${sequence}`, text: "b", from } } });
const typing = (seconds?: bigint): WatchInteractionResponse => heard({ kind: {
  case: "typing",
  value: { from: Party.AGENT, ...(seconds === undefined ? {} : { expiresIn: create(DurationSchema, { seconds }) }) },
} });

describe("talkFold", () => {
  it("begins with the snapshot and adds what is said", () => {
    const talk = fold(snapshot(InteractionState.QUEUED), message(2, Party.AGENT));
    expect(talk.messages.map((each) => each.sequence)).toEqual([1, 2]);
    expect(stepOf(talk)).toBe("waiting");
  });

  it("keeps the messages over a change of state", () => {
    const changed = heard({ kind: { case: "changed", value: { state: InteractionState.CLOSED } } });
    const talk = fold(snapshot(InteractionState.CONNECTED), message(2, Party.AGENT), changed);
    expect(talk.messages).toHaveLength(2);
    expect(stepOf(talk)).toBe("over");
  });

  it("ends the agent's writing with the agent's message, and not with the customer's", () => {
    const begun = [snapshot(InteractionState.CONNECTED), typing(6n)] as const;
    expect(fold(...begun).typing?.from).toBe(Party.AGENT);
    expect(fold(...begun, message(2, Party.CUSTOMER)).typing).toBeDefined();
    expect(fold(...begun, message(2, Party.AGENT)).typing).toBeUndefined();
    expect(fold(...begun, typing()).typing).toBeUndefined();
  });

  it("calls loose what has no cursor", () => {
    expect(isLoose(typing(6n))).toBe(true);
    expect(isLoose(message(2, Party.AGENT))).toBe(false);
  });
});

describe("waitOf", () => {
  const place = (number: number, half?: bigint, most?: bigint) => create(PlaceInLineSchema, {
    place: number,
    ...(half === undefined ? {} : { waitP50: create(DurationSchema, { seconds: half }) }),
    ...(most === undefined ? {} : { waitP90: create(DurationSchema, { seconds: most }) }),
  });

  it("names a place without an estimate where there is no basis for one", () => {
    expect(waitOf(place(3))).toEqual({ kind: "unknown", place: 3 });
    expect(waitOf(undefined)).toEqual({ kind: "unknown", place: 0 });
    expect(waitOf(place(0))).toEqual({ kind: "asking" });
  });

  it("rounds up, and coarser the longer it is", () => {
    expect(waitOf(place(2, 61n, 290n))).toEqual({ kind: "estimate", place: 2, half: 2, most: 5 });
    expect(minutes(create(DurationSchema, { seconds: 5n }))).toBe(1);
    expect(minutes(create(DurationSchema, { seconds: 37n * 60n }))).toBe(40);
    expect(minutes(create(DurationSchema, { seconds: 91n * 60n }))).toBe(105);
  });
});

import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Message, MessageSchema, Party } from "../api/gen/supportgrid/v1/common_pb";
import { entriesOf, nextToSend, type Unsent, withoutShown } from "./outbox";

const said = (sequence: number, text: string, from = Party.CUSTOMER): Message =>
  create(MessageSchema, { sequence, messageId: `m-${sequence}`, text, from });
const unsent = (requestId: string, text: string, more: Partial<Unsent> = {}): Unsent =>
  ({ requestId, text, at: 0, after: 0, ...more });
const shown = (messages: readonly Message[], items: readonly Unsent[], isOnline = true): string[] =>
  entriesOf(messages, items, isOnline).map((entry) =>
    entry.kind === "said" ? entry.message.text : `${entry.unsent.text} (${entry.delivery})`);

describe("entriesOf", () => {
  it("shows what is unsent after what was said, in the order of writing", () => {
    expect(shown([said(1, "a")], [unsent("r1", "b"), unsent("r2", "c")])).toEqual(["a", "b (sending)", "c (waiting)"]);
    expect(shown([said(1, "a")], [unsent("r1", "b")], false)).toEqual(["a", "b (waiting)"]);
  });

  it("knows an acknowledged one by its id", () => {
    expect(shown([], [unsent("r1", "b", { messageId: "m-2" })])).toEqual(["b (sent)"]);
    expect(shown([said(2, "b")], [unsent("r1", "b", { messageId: "m-2" })])).toEqual(["b"]);
  });

  it("shows none twice while its acknowledgement is on its way", () => {
    expect(shown([said(1, "yes"), said(2, "yes")], [unsent("r2", "yes", { after: 1 })])).toEqual(["yes", "yes"]);
  });

  it("does not take an older message, or an agent's, for the one that is on its way", () => {
    expect(shown([said(1, "yes")], [unsent("r2", "yes", { after: 1 })])).toEqual(["yes", "yes (sending)"]);
    expect(shown([said(2, "yes", Party.AGENT)], [unsent("r2", "yes", { after: 1 })])).toEqual(["yes", "yes (sending)"]);
  });

  it("says what was refused", () => {
    expect(shown([], [unsent("r1", "b", { refused: "TRANSCRIPT_FULL" })])).toEqual(["b (refused)"]);
  });

  it("never loses and never doubles, wherever the stream and the acknowledgements stand", () => {
    fc.assert(fc.property(
      fc.array(fc.constantFrom("a", "b"), { maxLength: 8 }), fc.nat(8), fc.nat(8), (texts, heard, acknowledged) => {
        const onStream = texts.slice(0, heard).map((text, index) => said(index + 1, text));
        const items = texts.map((text, index) => unsent(
          `r${index}`, text, index < Math.max(acknowledged, 0) ? { messageId: `m-${index + 1}` } : {}));
        // One at a time: at most one that is on the stream has no acknowledgement yet.
        if (heard > acknowledged + 1) return;
        expect(entriesOf(onStream, items, true)).toHaveLength(texts.length);
      }));
  });
});

describe("the outbox", () => {
  it("forgets what the stream has shown", () => {
    const items = [unsent("r1", "a", { messageId: "m-1" }), unsent("r2", "b")];
    expect(withoutShown([said(1, "a")], items)).toEqual([items[1]]);
    expect(withoutShown([], items)).toBe(items);
  });

  it("sends in order and passes over what was refused", () => {
    const through = unsent("r1", "a", { messageId: "m-1" });
    expect(nextToSend([through, unsent("r2", "b"), unsent("r3", "c")])?.requestId).toBe("r2");
    expect(nextToSend([unsent("r1", "a", { refused: "TEXT_EMPTY" }), unsent("r2", "b")])?.requestId).toBe("r2");
    expect(nextToSend([])).toBeUndefined();
  });
});

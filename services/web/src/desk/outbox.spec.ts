import { create, toBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { ErrorInfoSchema } from "../api/gen/google/rpc/error_details_pb";
import { FakeClock, MemoryStorage, settle } from "../live/testing";
import { Drafts } from "./drafts";
import { Outbox, type Outgoing } from "./outbox";

function outbox(place: Storage, send: (message: Outgoing) => Promise<number>, prefix = "m") {
  const clock = new FakeClock();
  let next = 0;
  const box = new Outbox({ place, owner: "t/ana", clock, dice: () => 0.5, newId: () => `${prefix}-${++next}`, send });
  return { clock, box };
}

const states = (box: Outbox) => box.getSnapshot().map((message) => `${message.text}:${message.state}`);

function refused(): ConnectError {
  const error = new ConnectError("over", Code.FailedPrecondition);
  const info = create(ErrorInfoSchema, { reason: "INTERACTION_ENDED", domain: "supportgrid" });
  error.details.push({ type: "google.rpc.ErrorInfo", value: toBinary(ErrorInfoSchema, info) });
  return error;
}

describe("the outbox", () => {
  it("sends in order, and again under the same id until somebody answers", async () => {
    const sent: string[] = [];
    let isCut = true;
    const { clock, box } = outbox(new MemoryStorage(), (message) => {
      sent.push(`${message.id}:${message.text}`);
      return isCut ? Promise.reject(new ConnectError("gone", Code.Unavailable)) : Promise.resolve(sent.length);
    });
    box.say("i-1", "one", 0);
    box.say("i-1", "two", 0);
    await clock.pass(2_000);
    expect(states(box)).toEqual(["one:waiting", "two:sending"]);
    isCut = false;
    await clock.pass(20_000);
    expect(states(box)).toEqual(["one:sent", "two:sent"]);
    expect(new Set(sent)).toEqual(new Set(["m-1:one", "m-2:two"]));
    expect(sent.at(-1)).toBe("m-2:two");
  });

  it("keeps what is refused, says why, and goes on with the next", async () => {
    const { clock, box } = outbox(new MemoryStorage(), (message) =>
      message.text === "bad" ? Promise.reject(refused()) : Promise.resolve(7));
    box.say("i-1", "bad", 0);
    box.say("i-1", "good", 0);
    await clock.pass(0);
    expect(states(box)).toEqual(["bad:refused", "good:sent"]);
    expect(box.problemOf("m-1")?.reason).toBe("INTERACTION_ENDED");
  });

  it("goes on after a reload under the same id", async () => {
    const place = new MemoryStorage();
    const before = outbox(place, () => new Promise(() => undefined));
    before.box.say("i-1", "hello", 3);
    await settle();
    const ids: string[] = [];
    const after = outbox(place, (message) => Promise.resolve(ids.push(message.id)), "other");
    after.box.resume();
    await settle();
    expect(ids).toEqual(["m-1"]);
    after.box.settle("i-1", (message) => message.state === "sent");
    expect(states(after.box)).toEqual([]);
  });

  it("starts empty where somebody else wrote nonsense", () => {
    const place = new MemoryStorage();
    place.setItem("supportgrid.outbox.t/ana", "{\"x\":1}");
    expect(outbox(place, () => Promise.resolve(1)).box.getSnapshot()).toEqual([]);
  });
});

describe("drafts", () => {
  it("survive reloads, each at its place, until they are sent", () => {
    const place = new MemoryStorage();
    const clock = new FakeClock();
    new Drafts(place, "t/ana", clock).set("say:i-1", "half a sen");
    const again = new Drafts(place, "t/ana", clock);
    expect([again.get("say:i-1"), again.get("say:i-2")]).toEqual(["half a sen", ""]);
    again.set("say:i-1", "");
    expect(new Drafts(place, "t/ana", clock).get("say:i-1")).toBe("");
    expect(new Drafts(place, "t/ben", clock).get("say:i-1")).toBe("");
  });
});

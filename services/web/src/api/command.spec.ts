import { create, toBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { FakeClock, settle } from "../live/testing";
import { Commands } from "./command";
import { judge, problemOf } from "./errors";
import { BadRequestSchema, ErrorInfoSchema, RetryInfoSchema } from "./gen/google/rpc/error_details_pb";

function refusal(code: Code, reason: string, field?: [string, string], retrySeconds?: bigint): ConnectError {
  const error = new ConnectError("No.", code);
  const info = create(ErrorInfoSchema, { reason, domain: "supportgrid", metadata: { limit: "8000" } });
  error.details.push({ type: "google.rpc.ErrorInfo", value: toBinary(ErrorInfoSchema, info) });
  if (field !== undefined) {
    const bad = create(BadRequestSchema, { fieldViolations: [{ field: field[0], description: field[1] }] });
    error.details.push({ type: "google.rpc.BadRequest", value: toBinary(BadRequestSchema, bad) });
  }
  if (retrySeconds !== undefined) {
    const retry = create(RetryInfoSchema, { retryDelay: { seconds: retrySeconds, nanos: 500_000_000 } });
    error.details.push({ type: "google.rpc.RetryInfo", value: toBinary(RetryInfoSchema, retry) });
  }
  return error;
}

function commands() {
  const clock = new FakeClock();
  let next = 0;
  return { clock, commands: new Commands({ clock, dice: () => 0.5, newId: () => `id-${++next}`, triesMax: 3 }) };
}

describe("a problem", () => {
  it("names the fields that are wrong", () => {
    const wrong: [string, string] = ["text", "must have 1 to 8000 characters"];
    const problem = problemOf(refusal(Code.InvalidArgument, "INVALID_FIELDS", wrong));
    expect(problem.reason).toBe("INVALID_FIELDS");
    expect(problem.fields.get("text")).toBe("must have 1 to 8000 characters");
  });

  it("decides what becomes of a stream", () => {
    expect(judge(refusal(Code.OutOfRange, "CURSOR_TOO_OLD")).kind).toBe("relist");
    expect(judge(refusal(Code.InvalidArgument, "CURSOR_MALFORMED")).kind).toBe("relist");
    expect(judge(refusal(Code.Aborted, "CONSUMER_TOO_SLOW"))).toEqual({ kind: "resume" });
    expect(judge(refusal(Code.Unavailable, "DRAINING", undefined, 2n))).toEqual({ kind: "resume", afterMs: 2_500 });
    expect(judge(new ConnectError("connection reset", Code.Unknown)).kind).toBe("resume");
    expect(judge(refusal(Code.Unauthenticated, "TOKEN_EXPIRED")).kind).toBe("end");
    expect(judge(refusal(Code.FailedPrecondition, "SIGNED_OUT")).kind).toBe("end");
  });
});

describe("a command", () => {
  it("is one call, however often it is clicked while it is under way", async () => {
    const { commands: run } = commands();
    const ids: string[] = [];
    let answer: (word: string) => void = () => undefined;
    const send = (id: string) => new Promise<string>((resolve) => { ids.push(id); answer = resolve; });
    const [first, second] = [run.run("accept", send), run.run("accept", send)];
    answer("done");
    expect(await first).toEqual({ ok: true, response: "done" });
    expect(await second).toEqual({ ok: true, response: "done" });
    expect(ids).toEqual(["id-1"]);
  });

  it("is sent again under its id when nobody answered, and keeps it for the next click", async () => {
    const { clock, commands: run } = commands();
    const ids: string[] = [];
    const send = (id: string): Promise<string> => {
      ids.push(id);
      return ids.length < 4 ? Promise.reject(new ConnectError("gone", Code.Unavailable)) : Promise.resolve("done");
    };
    const first = run.run("say", send);
    await clock.pass(60_000);
    expect(await first).toMatchObject({ ok: false, isOpen: true });
    const second = run.run("say", send);
    await settle();
    expect(await second).toEqual({ ok: true, response: "done" });
    expect(ids).toEqual(["id-1", "id-1", "id-1", "id-1"]);
    await run.run("say", send);
    expect(ids.at(-1)).toBe("id-2");
  });

  it("is not sent again when it was refused, and takes a new id when it is tried later", async () => {
    const { commands: run } = commands();
    const ids: string[] = [];
    const send = (id: string): Promise<string> => {
      ids.push(id);
      return Promise.reject(refusal(Code.FailedPrecondition, "OFFER_EXPIRED"));
    };
    expect(await run.run("accept", send)).toMatchObject({ ok: false, isOpen: false });
    await run.run("accept", send);
    expect(ids).toEqual(["id-1", "id-2"]);
  });
});

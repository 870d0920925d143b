import { describe, expect, it } from "vitest";
import { MemoryStorage } from "../live/testing";
import { cannedStore, fill } from "./canned";
import { readDecision } from "./decision";

describe("a canned reply", () => {
  it("has the names in the place of its variables, and leaves other braces alone", () => {
    const text = fill("Hi {customer}, {agent} of {queue} {price} {constructor}", {
      customer: "$& {agent}", agent: "Ana", queue: "Support",
    });
    expect(text).toBe("Hi $& {agent}, Ana of Support {price} {constructor}");
  });

  it("survives reloads, and nonsense in the storage", () => {
    const place = new MemoryStorage();
    cannedStore(place, "t/ana").set([{ id: "1", name: "Hello", text: "Hi" }]);
    expect(cannedStore(place, "t/ana").getSnapshot()).toEqual([{ id: "1", name: "Hello", text: "Hi" }]);
    place.setItem("supportgrid.canned.t/ana", "[1,{\"id\":2}]");
    expect(cannedStore(place, "t/ana").getSnapshot()).toEqual([]);
  });
});

describe("a decision", () => {
  it("says why this agent", () => {
    const json = JSON.stringify({
      because: "idle", at: "2026-11-20T09:05:00Z", candidatesTotal: 3, askedAgain: false,
      candidates: [{ facts: { idleSince: "2026-11-20T09:00:00Z" } }],
    });
    expect(readDecision(json)).toEqual({ because: "idle", candidates: 3, idleMs: 300_000, askedAgain: false });
  });

  it("is left to the server's sentence when it is of a kind that we do not know", () => {
    for (const json of ["", "{}", "[]", "{\"because\":\"moon\"}"]) expect(readDecision(json)).toBeUndefined();
  });
});

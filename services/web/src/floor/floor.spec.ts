import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InteractionSchema, InteractionState } from "../api/gen/supportgrid/v1/common_pb";
import { AgentSchema, RoutingStatus } from "../api/gen/supportgrid/v1/desk_pb";
import { CueKind } from "../api/gen/supportgrid/v1/empathy_pb";
import {
  WatchAgentsResponseSchema, WatchAlertsResponseSchema, WatchInteractionsResponseSchema,
} from "../api/gen/supportgrid/v1/supervision_pb";
import { readDecision } from "./decision";
import { agentsFold, alertsFold, interactionsFold } from "./folds";
import { agentValue, interactionValue, matcher, readListSort, sinceOf, sorted, statusOf } from "./lists";

const collator = new Intl.Collator("en");
const interaction = (interactionId: string, state: InteractionState) => create(InteractionSchema, {
  interactionId, state, openedAt: timestampFromMs(1_000), placeSince: timestampFromMs(9_000),
});

describe("the floor as folds", () => {
  it("shows an interaction while it is open, also one that is taken up again", () => {
    const say = (state: InteractionState) => create(WatchInteractionsResponseSchema, {
      kind: { case: "interaction", value: interaction("i", state) },
    });
    let open = interactionsFold.initial;
    const { QUEUED, CONNECTED, CLOSED } = InteractionState;
    const sizes = [QUEUED, CONNECTED, CLOSED, QUEUED]
      .map((state) => (open = interactionsFold.apply(open, say(state))).size);
    expect(sizes).toEqual([1, 1, 0, 1]);
  });

  it("shows each agent as last heard", () => {
    const say = (presence: string) => create(WatchAgentsResponseSchema, {
      kind: { case: "agent", value: { agentId: "ana", presence } },
    });
    const agents = [say("online"), say("break")].reduce((all, one) => agentsFold.apply(all, one), agentsFold.initial);
    expect(agents.all().map((agent) => agent.presence)).toEqual(["break"]);
  });

  it("takes a cleared alert away, and a kind that was restored", () => {
    const alert = create(WatchAlertsResponseSchema, { kind: { case: "interaction", value: { interactionId: "i" } } });
    const cleared = create(WatchAlertsResponseSchema, { kind: { case: "cleared", value: { interactionId: "i" } } });
    const kind = (silenced: boolean) => create(WatchAlertsResponseSchema, {
      kind: { case: "cueKind", value: { kind: CueKind.WORRY, silenced } },
    });
    const some = [alert, kind(true), kind(true)].reduce((all, one) => alertsFold.apply(all, one), alertsFold.initial);
    expect([some.interactions.size, some.silenced.length]).toEqual([1, 1]);
    const none = [cleared, kind(false)].reduce((all, one) => alertsFold.apply(all, one), some);
    expect([none.interactions.size, none.silenced.length]).toEqual([0, 0]);
  });
});

describe("lists", () => {
  it("count a wait from the place in the line, and a talk from its beginning", () => {
    expect(sinceOf(interaction("i", InteractionState.QUEUED))).toBe(9_000);
    expect(sinceOf(interaction("i", InteractionState.CONNECTED))).toBe(1_000);
  });

  it("put agents who do not respond first", () => {
    const agent = (routingStatus: RoutingStatus) => create(AgentSchema, { signedIn: true, routingStatus });
    expect(statusOf(create(AgentSchema, { routingStatus: RoutingStatus.IDLE }))).toBe("out");
    const rank = (status: RoutingStatus) => Number(agentValue(agent(status), "status"));
    expect(rank(RoutingStatus.NOT_RESPONDING)).toBeLessThan(rank(RoutingStatus.IDLE));
  });

  it("find rows in which every word stands somewhere", () => {
    const matches = matcher(" Ana  bill");
    expect(matches("Ana Ruiz", "Billing")).toBe(true);
    expect(matches("Ana Ruiz", "Support")).toBe(false);
    expect(matcher("")("anything")).toBe(true);
  });

  it("take a sort from the address only when they know it", () => {
    const otherwise = { key: "since", isDown: true };
    expect(readListSort("-queue", ["queue"], otherwise)).toEqual({ key: "queue", isDown: true });
    expect(readListSort("__proto__", ["queue"], otherwise)).toBe(otherwise);
    expect(readListSort(null, ["queue"], otherwise)).toBe(otherwise);
  });

  it("are in one order whatever order they came in, and nobody's rows go last", () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.string(), agentId: fc.constantFrom("", "ana", "ben") }),
      { selector: (row) => row.id, maxLength: 10 });
    fc.assert(fc.property(rows, fc.boolean(), (given, isDown) => {
      const made = given.map(({ id, agentId }) => create(InteractionSchema, { interactionId: id, agentId }));
      const order = (list: typeof made) => sorted(list, (row) => row.interactionId,
        (row) => interactionValue(row, "agent", (id) => id), isDown, collator);
      const one = order(made);
      expect(order([...made].reverse()).map((row) => row.interactionId)).toEqual(one.map((row) => row.interactionId));
      const nobody = one.findIndex((row) => row.agentId === "");
      if (nobody >= 0) expect(one.slice(nobody).every((row) => row.agentId === "")).toBe(true);
    }));
  });
});

describe("a decision's record", () => {
  it("becomes rows, with terms that this page does not know yet", () => {
    const decision = readDecision(JSON.stringify({
      agent: "ana", because: "idle", margin: 0.5, candidatesTotal: 2,
      candidates: [{
        score: 1.5,
        facts: { agent: "ana", name: "Ana", unitsTaken: 25, units: 100, levels: [{ skill: "refunds", level: 3 }] },
        terms: [{ name: "idle", raw: 60, scaled: 1, weight: 1.5, points: 1.5 }, { name: "brand_new", points: 0 }],
      }],
      excluded: [{ reason: "capacity", facts: { agent: "ben", name: "", whyNot: null } }],
      excludedTotals: [{ reason: "capacity", agents: 4 }],
    }));
    expect(decision).toMatchObject({
      agent: "ana", terms: ["idle", "brand_new"], candidates: [{ name: "Ana", score: 1.5, levels: ["refunds 3"] }],
      excluded: [{ name: "ben", reason: "capacity", whyNot: "" }], totals: [{ reason: "capacity", agents: 4 }],
    });
  });

  it("that is none is no record, whatever it is", () => {
    expect(readDecision("")).toBeUndefined();
    expect(readDecision("{")).toBeUndefined();
    fc.assert(fc.property(fc.json(), (json) => void readDecision(json)));
  });
});

import { create } from "@bufbuild/protobuf";
import { timestampFromMs, durationFromMs } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ListIntervalsResponseSchema, WatchWallboardResponseSchema } from "../api/gen/supportgrid/v1/supervision_pb";
import { type Board, boardFold, type QueueRow } from "./board";
import { abandonSeverity, defaultLimits, judgeRow, levelSeverity, readLimits, waitSeverity } from "./limits";
import { readSelection, readSort, select, totalsOf, writeSort } from "./selection";
import { trendOf } from "./trends";

const none = {
  definition: "sl.excl-short", version: 1, thresholdMs: 20_000, good: 0, total: 0, share: undefined, target: 0.8,
};
const row = (id: string, change: Partial<QueueRow> = {}): QueueRow => ({
  id, name: id, waiting: 0, longestSince: undefined, offeredNow: 0, connected: 0, wrapping: 0, offered: 0, answered: 0,
  abandoned: 0, shortAbandoned: 0, handled: 0, otherLevels: [], answerMs: undefined, handleMs: undefined,
  p50Ms: undefined, p90Ms: undefined,
  level: none,
  ...change,
});
const level = (good: number, total: number) => ({ ...none, good, total, share: good / total });
const say = (kind: Parameters<typeof create<typeof WatchWallboardResponseSchema>>[1]) =>
  create(WatchWallboardResponseSchema, kind);
const collator = new Intl.Collator("en", { numeric: true });

describe("the board as a fold", () => {
  it("shows the latest row of each queue, and none that was removed", () => {
    const number = (queue: string, waiting: number) => say({
      kind: { case: "queue", value: { queue, waiting, offered: 3n, longestSince: timestampFromMs(5_000) } },
    });
    const said = [
      number("a", 1), number("b", 2), number("a", 3),
      say({ kind: { case: "removed", value: { queue: "b" } } }),
      say({ kind: { case: "agents", value: { signedIn: 7 } } }),
    ];
    const board = said.reduce<Board>((state, response) => boardFold.apply(state, response), boardFold.initial);
    expect(board.queues.all()).toMatchObject([{ id: "a", name: "a", waiting: 3, offered: 3, longestSince: 5_000 }]);
    expect(board.agents?.signedIn).toBe(7);
    expect(boardFold.initial.queues.size).toBe(0);
  });
});

describe("thresholds", () => {
  it("take the queue's own where a person set none", () => {
    const waits = (ms: number) => waitSeverity(row("a", { longestSince: 0 }), ms, defaultLimits);
    expect([waits(19_999), waits(20_000), waits(40_000)]).toEqual(["calm", "warn", "bad"]);
    const own = { ...defaultLimits, waitWarn: 5, waitBad: 6 };
    expect(waitSeverity(row("a", { longestSince: 0 }), 5_500, own)).toBe("warn");
  });

  it("judge a service level against its target, and no handful of contacts", () => {
    expect(levelSeverity(level(80, 100), defaultLimits)).toBe("calm");
    expect(levelSeverity(level(79, 100), defaultLimits)).toBe("warn");
    expect(levelSeverity(level(70, 100), defaultLimits)).toBe("bad");
    expect(levelSeverity(level(0, 4), defaultLimits)).toBe("calm");
  });

  it("leave short abandons out on both sides", () => {
    expect(abandonSeverity(row("a", { answered: 95, abandoned: 10, shortAbandoned: 10 }), defaultLimits)).toBe("calm");
    expect(abandonSeverity(row("a", { answered: 90, abandoned: 10 }), defaultLimits)).toBe("bad");
  });

  it("are read from whatever the storage holds", () => {
    expect(readLimits(null)).toEqual(defaultLimits);
    expect(readLimits({ waitWarn: "x", levelSlack: -3, sound: 1 })).toEqual(defaultLimits);
    const own = { ...defaultLimits, waitWarn: 0, sound: true };
    expect(readLimits(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });
});

describe("what is shown", () => {
  const judged = (rows: readonly QueueRow[]) => rows.map((one) => judgeRow(one, 60_000, defaultLimits));

  it("comes back from the address as it was written", () => {
    for (const text of ["name", "-longest", "level"]) expect(writeSort(readSort(text))).toBe(text);
    expect(readSort("-nonsense")).toEqual({ key: "attention", isDown: true });
    const selection = readSelection(new URLSearchParams("q=Bill&only=waiting&queues=a,b,&sort=name"));
    expect(selection).toMatchObject({ text: "Bill", only: "waiting", sort: { key: "name", isDown: false } });
    expect([...selection.queues]).toEqual(["a", "b"]);
  });

  it("puts first who needs a look, then who waits longest", () => {
    const rows = judged([row("calm"), row("long", { longestSince: 1_000 }), row("longer", { longestSince: 0 })]);
    const shown = select(rows, readSelection(new URLSearchParams()), collator);
    expect(shown.map((one) => one.row.id)).toEqual(["longer", "long", "calm"]);
  });

  it("is in one order, whatever order it came in, and nothing known goes last", () => {
    const any = fc.uniqueArray(fc.record({ id: fc.string(), waits: fc.option(fc.nat(99), { nil: undefined }) }),
      { selector: (one) => one.id, maxLength: 12 });
    fc.assert(fc.property(any, fc.constantFrom("-longest", "longest", "name", "-waiting"), (rows, sort) => {
      const made = judged(rows.map(({ id, waits }) => row(id, { longestSince: waits })));
      const query = readSelection(new URLSearchParams({ sort }));
      const one = select(made, query, collator).map((shown) => shown.row.id);
      const other = select([...made].reverse(), query, collator).map((shown) => shown.row.id);
      expect(one).toEqual(other);
      if (sort.endsWith("longest")) {
        const known = one.map((id) => made.find((m) => m.row.id === id)?.row.longestSince !== undefined);
        expect(known.lastIndexOf(true)).toBeLessThan(known.includes(false) ? known.indexOf(false) : Infinity);
      }
    }));
  });

  it("adds counts, and pools a service level only where one definition measured it", () => {
    const rows = judged([row("a", { level: level(1, 2), waiting: 2 }), row("b", { level: level(98, 98), waiting: 1 })]);
    expect(totalsOf(rows)).toMatchObject({ waiting: 3, level: { good: 99, total: 100, share: 0.99 } });
    const other = row("c", { level: { ...level(1, 2), target: 0.9 } });
    expect(totalsOf(judged([row("a", { level: level(1, 2) }), other])).level).toBe("mixed");
  });
});

describe("trends", () => {
  const quarter = 900_000;
  const interval = (start: number, answered: bigint, speedMs: number) => ({
    start: timestampFromMs(start), offered: answered + 1n, answered, abandoned: 1n, handled: 0n,
    averageSpeedOfAnswer: durationFromMs(speedMs),
    serviceLevel: { definition: "sl.offered", numerator: answered, denominator: answered + 1n, targetShare: 0.8 },
  });

  it("fill what nobody came in, weigh means by their counts, and leave a gap where there is none", () => {
    const response = create(ListIntervalsResponseSchema, {
      interval: durationFromMs(quarter), asOf: timestampFromMs(3 * quarter + 1),
      queues: [
        { queue: "a", intervals: [interval(0, 1n, 10_000), interval(2 * quarter, 3n, 1_000)] },
        { queue: "b", intervals: [interval(0, 3n, 2_000)] },
        { queue: "hidden", intervals: [interval(0, 99n, 1)] },
      ],
    });
    const trend = trendOf(response, (queue) => queue !== "hidden");
    expect(trend).toMatchObject({
      starts: [0, 900, 1_800, 2_700], offered: [6, 0, 4, 0], answered: [4, 0, 3, 0], speedS: [4, null, 1, null],
      share: [4 / 6, null, 0.75, null], target: 0.8, handleS: [null, null, null, null],
    });
    expect(trendOf(response, () => false)).toBeUndefined();
  });
});

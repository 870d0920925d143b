import fc from "fast-check";
import { expect, it } from "vitest";
import { Rows } from "./rows";

it("holds what a map holds, and leaves older tables as they were", () => {
  const change = fc.record({ key: fc.string({ maxLength: 3 }), row: fc.option(fc.nat(), { nil: undefined }) });
  fc.assert(fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
    const map = new Map<string, number>();
    let rows = Rows.empty<number>();
    const seen: { rows: Rows<number>; size: number }[] = [];
    for (const { key, row } of changes) {
      if (row === undefined) map.delete(key);
      else map.set(key, row);
      rows = row === undefined ? rows.without(key) : rows.with(key, row);
      seen.push({ rows, size: map.size });
    }
    const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
    expect(sorted(rows.all())).toEqual(sorted(map.values()));
    for (const [key, row] of map) expect(rows.get(key)).toBe(row);
    for (const { rows: older, size } of seen) {
      expect(older.size).toBe(size);
      expect(older.all()).toHaveLength(size);
    }
  }));
});

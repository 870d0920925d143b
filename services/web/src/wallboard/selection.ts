import type { Level } from "./board";
import { abandonShare, type Judged, rankOf } from "./limits";

export const sortKeys = [
  "attention", "name", "waiting", "longest", "level", "offered", "answered", "abandoned", "estimate", "connected",
  "speed", "handle",
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sort {
  readonly key: SortKey;
  readonly isDown: boolean;
}

export type Only = "all" | "attention" | "waiting";

/** What of the board is shown, as the address of the page says it. */
export interface Selection {
  readonly text: string;
  readonly only: Only;
  /** Ids of the chosen queues; empty: all. */
  readonly queues: ReadonlySet<string>;
  readonly sort: Sort;
}

/** "-longest": from the greatest down. */
export function readSort(text: string | null): Sort {
  const isDown = text?.startsWith("-") ?? true;
  const key = sortKeys.find((name) => name === text?.replace("-", ""));
  return key === undefined ? { key: "attention", isDown: true } : { key, isDown };
}

export const writeSort = (sort: Sort): string => (sort.isDown ? `-${sort.key}` : sort.key);

export function readSelection(query: URLSearchParams): Selection {
  const only = query.get("only");
  return {
    text: query.get("q") ?? "",
    only: only === "attention" || only === "waiting" ? only : "all",
    queues: new Set(query.getAll("queues").flatMap((text) => text.split(",")).filter((id) => id !== "")),
    sort: readSort(query.get("sort")),
  };
}

/** What a column is sorted by; undefined goes last, whichever way. */
function valueOf({ row, worst }: Judged, key: Exclude<SortKey, "name">): number | undefined {
  switch (key) {
    case "attention": return rankOf(worst);
    case "waiting": return row.waiting;
    case "longest": return row.longestSince === undefined ? undefined : -row.longestSince;
    case "level": return row.level?.share;
    case "offered": return row.offered;
    case "answered": return row.answered;
    case "abandoned": return abandonShare(row);
    case "estimate": return row.p50Ms;
    case "connected": return row.connected;
    case "speed": return row.answerMs;
    case "handle": return row.handleMs;
  }
}

function compare(a: number | undefined, b: number | undefined, isDown: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return isDown ? b - a : a - b;
}

/** Chosen rows in their order; equal ones by the longest wait and then by name, so that rows do not jump. */
export function select(rows: readonly Judged[], { text, only, queues, sort }: Selection, collator: Intl.Collator) {
  const wanted = text.trim().toLocaleLowerCase();
  const chosen = rows.filter(({ row, worst }) =>
    (queues.size === 0 || queues.has(row.id))
    && (only !== "attention" || worst !== "calm")
    && (only !== "waiting" || row.waiting > 0)
    && (wanted === "" || row.name.toLocaleLowerCase().includes(wanted) || row.id.includes(wanted)));
  const names = (a: Judged, b: Judged) => collator.compare(a.row.name, b.row.name) || (a.row.id < b.row.id ? -1 : 1);
  const { key, isDown } = sort;
  if (key === "name") return chosen.sort((a, b) => (isDown ? -names(a, b) : names(a, b)));
  return chosen.sort((a, b) =>
    compare(valueOf(a, key), valueOf(b, key), isDown)
    || compare(valueOf(a, "longest"), valueOf(b, "longest"), true)
    || names(a, b));
}

export interface Totals {
  readonly waiting: number;
  readonly offeredNow: number;
  readonly longestSince: number | undefined;
  readonly longestIn: string | undefined;
  readonly connected: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly attention: number;
  /** Of all rows together; "mixed" where they are not measured by one definition. */
  readonly level: Level | "mixed" | undefined;
}

/** Sums of counts, never means of shares: a queue of two does not weigh as much as one of two thousand. */
export function totalsOf(rows: readonly Judged[]): Totals {
  const sum = (of: (judged: Judged) => number) => rows.reduce((all, judged) => all + of(judged), 0);
  let first: Judged | undefined;
  for (const judged of rows) {
    const since = judged.row.longestSince;
    if (since !== undefined && since < (first?.row.longestSince ?? Infinity)) first = judged;
  }
  return {
    waiting: sum(({ row }) => row.waiting), offeredNow: sum(({ row }) => row.offeredNow),
    longestSince: first?.row.longestSince, longestIn: first?.row.name,
    connected: sum(({ row }) => row.connected), offered: sum(({ row }) => row.offered),
    answered: sum(({ row }) => row.answered), abandoned: sum(({ row }) => row.abandoned),
    attention: sum(({ worst }) => (worst === "calm" ? 0 : 1)),
    level: pooled(rows),
  };
}

function pooled(rows: readonly Judged[]): Level | "mixed" | undefined {
  const levels = rows.flatMap(({ row }) => (row.level === undefined ? [] : [row.level]));
  const [first] = levels;
  if (first === undefined) return undefined;
  const isOne = levels.every((level) => level.definition === first.definition && level.version === first.version
    && level.thresholdMs === first.thresholdMs && level.target === first.target);
  if (!isOne) return "mixed";
  const good = levels.reduce((all, level) => all + level.good, 0);
  const total = levels.reduce((all, level) => all + level.total, 0);
  return { ...first, good, total, share: total === 0 ? undefined : good / total };
}

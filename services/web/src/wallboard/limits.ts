import { recordOf } from "../ui/kept-store";
import type { Level, QueueRow } from "./board";

export type Severity = "calm" | "warn" | "bad";

/** From where numbers ask for a look; each person's own. */
export interface Limits {
  /** Seconds of the longest wait; null: the threshold of the queue's service level, and twice that. */
  readonly waitWarn: number | null;
  readonly waitBad: number | null;
  /** So many percentage points below its target a service level is bad; below the target it asks for a look. */
  readonly levelSlack: number;
  /** Per cent of the offered who abandoned. */
  readonly abandonWarn: number;
  readonly abandonBad: number;
  readonly sound: boolean;
}

export const defaultLimits: Limits = {
  waitWarn: null, waitBad: null, levelSlack: 10, abandonWarn: 5, abandonBad: 10, sound: false,
};

/** Shares of fewer contacts than this are shown and not judged: one customer would be a disaster. */
export const JUDGED_FROM = 5;

export function readLimits(kept: unknown): Limits {
  const from = recordOf(kept);
  const number = (key: keyof Limits, otherwise: number) => {
    const value = from[key];
    return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : otherwise;
  };
  const seconds = (key: "waitWarn" | "waitBad") => {
    const value = number(key, -1);
    return value < 0 ? null : value;
  };
  return {
    waitWarn: seconds("waitWarn"), waitBad: seconds("waitBad"),
    levelSlack: number("levelSlack", defaultLimits.levelSlack),
    abandonWarn: number("abandonWarn", defaultLimits.abandonWarn),
    abandonBad: number("abandonBad", defaultLimits.abandonBad),
    sound: from["sound"] === true,
  };
}

const ranks: Readonly<Record<Severity, number>> = { calm: 0, warn: 1, bad: 2 };

export const rankOf = (severity: Severity): number => ranks[severity];

function worse(value: number, warn: number, bad: number): Severity {
  if (value >= bad) return "bad";
  return value >= warn ? "warn" : "calm";
}

export function waitSeverity(row: QueueRow, now: number, limits: Limits): Severity {
  if (row.longestSince === undefined) return "calm";
  const own = (row.level?.thresholdMs ?? 0) / 1_000;
  const warn = limits.waitWarn ?? own;
  const bad = Math.max(limits.waitBad ?? warn * 2, warn);
  return warn <= 0 ? "calm" : worse((now - row.longestSince) / 1_000, warn, bad);
}

export function levelSeverity(level: Level | undefined, limits: Limits): Severity {
  if (level?.share === undefined || level.total < JUDGED_FROM) return "calm";
  // Shares are ratios of counts: a hair below the target is the target.
  const short = (level.target - level.share) * 100;
  if (short <= 1e-9) return "calm";
  return short >= limits.levelSlack ? "bad" : "warn";
}

/** Of those who were offered, short abandons left out on both sides; undefined while nobody counts. */
export function abandonShare(row: QueueRow): number | undefined {
  const total = row.answered + row.abandoned - row.shortAbandoned;
  return total <= 0 ? undefined : (row.abandoned - row.shortAbandoned) / total;
}

export function abandonSeverity(row: QueueRow, limits: Limits): Severity {
  const share = abandonShare(row);
  if (share === undefined || row.answered + row.abandoned - row.shortAbandoned < JUDGED_FROM) return "calm";
  return worse(share * 100, limits.abandonWarn, Math.max(limits.abandonBad, limits.abandonWarn));
}

export interface Judged {
  readonly row: QueueRow;
  readonly wait: Severity;
  readonly level: Severity;
  readonly abandon: Severity;
  readonly worst: Severity;
}

export function judgeRow(row: QueueRow, now: number, limits: Limits): Judged {
  const wait = waitSeverity(row, now, limits);
  const level = levelSeverity(row.level, limits);
  const abandon = abandonSeverity(row, limits);
  const rank = Math.max(rankOf(wait), rankOf(level), rankOf(abandon));
  return { row, wait, level, abandon, worst: rank === 2 ? "bad" : rank === 1 ? "warn" : "calm" };
}

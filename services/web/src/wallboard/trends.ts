import type { ListIntervalsResponse, QueueInterval } from "../api/gen/supportgrid/v1/supervision_pb";
import { msOf, spanMs } from "../ui/time";

type Gaps = readonly (number | null)[];

/** Numbers by interval, oldest first. Null: nothing to show there. */
export interface Trend {
  /** Seconds since 1970, as the chart counts. */
  readonly starts: readonly number[];
  readonly offered: readonly number[];
  readonly answered: readonly number[];
  readonly abandoned: readonly number[];
  readonly share: Gaps;
  readonly target: number | undefined;
  readonly speedS: Gaps;
  readonly handleS: Gaps;
}

interface Sum {
  offered: number;
  answered: number;
  abandoned: number;
  good: number;
  total: number;
  speedMs: number;
  handled: number;
  handleMs: number;
}

const nothing = (): Sum => ({
  offered: 0, answered: 0, abandoned: 0, good: 0, total: 0, speedMs: 0, handled: 0, handleMs: 0,
});

function add(sum: Sum, from: QueueInterval): void {
  const answered = Number(from.answered);
  const handled = Number(from.handled);
  sum.offered += Number(from.offered);
  sum.answered += answered;
  sum.abandoned += Number(from.abandoned);
  sum.good += Number(from.serviceLevel?.numerator ?? 0n);
  sum.total += Number(from.serviceLevel?.denominator ?? 0n);
  sum.speedMs += answered * (spanMs(from.averageSpeedOfAnswer) ?? 0);
  sum.handled += handled;
  sum.handleMs += handled * (spanMs(from.averageHandleTime) ?? 0);
}

/**
 * The chosen queues as one. Counts are added; means are weighted by what they are means of. A service level is only
 * pooled where one definition, threshold and target measured all of it.
 */
export function trendOf(response: ListIntervalsResponse, isChosen: (queue: string) => boolean): Trend | undefined {
  const sums = new Map<number, Sum>();
  const measures = new Map<string, number>();
  for (const { queue, intervals } of response.queues) {
    if (!isChosen(queue)) continue;
    for (const interval of intervals) {
      const start = Math.floor((msOf(interval.start) ?? 0) / 1_000);
      const sum = sums.get(start) ?? nothing();
      sums.set(start, sum);
      add(sum, interval);
      const level = interval.serviceLevel;
      if (level === undefined) continue;
      const parts = [level.definition, level.definitionVersion, spanMs(level.threshold), level.targetShare];
      measures.set(parts.join("/"), level.targetShare);
    }
  }
  const stepS = (spanMs(response.interval) ?? 0) / 1_000;
  const now = Math.floor((msOf(response.asOf) ?? 0) / 1_000);
  if (sums.size === 0 || stepS <= 0) return undefined;
  const starts: number[] = [];
  for (let at = Math.min(...sums.keys()); at <= now; at += stepS) starts.push(at);
  const rows = starts.map((at) => sums.get(at) ?? nothing());
  const isOne = measures.size === 1;
  return {
    starts,
    offered: rows.map((row) => row.offered),
    answered: rows.map((row) => row.answered),
    abandoned: rows.map((row) => row.abandoned),
    share: rows.map((row) => (isOne && row.total > 0 ? row.good / row.total : null)),
    target: isOne ? [...measures.values()][0] : undefined,
    speedS: rows.map((row) => (row.answered > 0 ? row.speedMs / row.answered / 1_000 : null)),
    handleS: rows.map((row) => (row.handled > 0 ? row.handleMs / row.handled / 1_000 : null)),
  };
}

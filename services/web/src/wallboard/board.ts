import type {
  AgentNumbers, QueueNumbers, ServiceLevel, WatchWallboardResponse,
} from "../api/gen/supportgrid/v1/supervision_pb";
import type { Fold } from "../live/live-store";
import { Rows } from "../ui/rows";
import { msOf, spanMs } from "../ui/time";

/** A ratio with the definition that it was computed by. */
export interface Level {
  readonly definition: string;
  readonly version: number;
  readonly thresholdMs: number;
  readonly good: number;
  readonly total: number;
  /** 0..1; undefined while nothing counts. */
  readonly share: number | undefined;
  readonly target: number;
}

/** One queue, in the numbers that people read. Instants are milliseconds by the server's clock. */
export interface QueueRow {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  readonly longestSince: number | undefined;
  readonly offeredNow: number;
  readonly connected: number;
  readonly wrapping: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly handled: number;
  /** By the definition of the queue's target. */
  readonly level: Level | undefined;
  /** By every other definition. */
  readonly otherLevels: readonly Level[];
  readonly answerMs: number | undefined;
  readonly handleMs: number | undefined;
  readonly p50Ms: number | undefined;
  readonly p90Ms: number | undefined;
}

export interface Board {
  readonly queues: Rows<QueueRow>;
  readonly agents: AgentNumbers | undefined;
}

export function levelOf(from: ServiceLevel): Level {
  return {
    definition: from.definition, version: from.definitionVersion, thresholdMs: spanMs(from.threshold) ?? 0,
    good: Number(from.numerator), total: Number(from.denominator), share: from.share, target: from.targetShare,
  };
}

export function rowOf(from: QueueNumbers): QueueRow {
  const target = from.serviceLevels.find((level) => level.isTarget);
  return {
    id: from.queue, name: from.displayName === "" ? from.queue : from.displayName,
    waiting: from.waiting, longestSince: msOf(from.longestSince),
    offeredNow: from.offeredNow, connected: from.connectedNow, wrapping: from.wrappingNow,
    offered: Number(from.offered), answered: Number(from.answered), abandoned: Number(from.abandoned),
    shortAbandoned: Number(from.shortAbandoned), handled: Number(from.handled),
    level: target === undefined ? undefined : levelOf(target),
    otherLevels: from.serviceLevels.filter((level) => !level.isTarget).map(levelOf),
    answerMs: spanMs(from.averageSpeedOfAnswer), handleMs: spanMs(from.averageHandleTime),
    p50Ms: spanMs(from.waitP50), p90Ms: spanMs(from.waitP90),
  };
}

export const boardFold: Fold<Board, WatchWallboardResponse> = {
  initial: { queues: Rows.empty(), agents: undefined },
  apply(board, { kind }) {
    switch (kind.case) {
      case "queue":
        return { ...board, queues: board.queues.with(kind.value.queue, rowOf(kind.value)) };
      case "removed":
        return { ...board, queues: board.queues.without(kind.value.queue) };
      case "agents":
        return { ...board, agents: kind.value };
      default:
        return board;
    }
  },
};

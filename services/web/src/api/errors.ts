import { Code, ConnectError } from "@connectrpc/connect";
import type { Verdict } from "../live/watch";
import {
  BadRequestSchema, ErrorInfoSchema, RequestInfoSchema, RetryInfoSchema,
} from "./gen/google/rpc/error_details_pb";

/** An error of a call in the terms of shared/docs/errors.md. */
export interface Problem {
  /** Stable reason of google.rpc.ErrorInfo; empty when nobody of SupportGrid answered. */
  readonly reason: string;
  readonly code: Code;
  /** The server's sentence, in English; for people use the reason's own words. */
  readonly sentence: string;
  /** What the reason counts, such as the limit that was passed. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Wrong fields by their path in the request, such as "text". */
  readonly fields: ReadonlyMap<string, string>;
  /** At least so long before the same may be sent again; undefined: the server asked for nothing. */
  readonly retryAfterMs: number | undefined;
  /** To be quoted when a bug is reported. */
  readonly correlationId: string;
}

export function problemOf(thrown: unknown): Problem {
  const error = ConnectError.from(thrown);
  const info = error.findDetails(ErrorInfoSchema).find((detail) => detail.domain === "supportgrid");
  const [bad] = error.findDetails(BadRequestSchema);
  const [retry] = error.findDetails(RetryInfoSchema);
  const [request] = error.findDetails(RequestInfoSchema);
  const delay = retry?.retryDelay;
  return {
    reason: info?.reason ?? "",
    code: error.code,
    sentence: error.rawMessage,
    metadata: info?.metadata ?? {},
    fields: new Map(bad?.fieldViolations.map((violation) => [violation.field, violation.description])),
    retryAfterMs: retry === undefined ? undefined : Number(delay?.seconds ?? 0n) * 1_000 + (delay?.nanos ?? 0) / 1e6,
    correlationId: request?.requestId ?? "",
  };
}

/** Reasons that end a stream for now, with or without a time to wait. */
const resumable = new Set(["DRAINING", "BOARD_UNAVAILABLE", "CONSUMER_TOO_SLOW"]);

/** Statuses that, without a reason, say that nobody of ours has answered. */
const unanswered = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Unknown, Code.Internal, Code.Canceled]);

/**
 * Whether the same request may be sent again under its request id. A browser gives no status at all when a connection
 * breaks; the library then says Unknown or Internal, without a reason.
 */
export function mayBeRepeated(problem: Problem): boolean {
  if (problem.retryAfterMs !== undefined) return true;
  return problem.reason === "" ? unanswered.has(problem.code) : resumable.has(problem.reason);
}

export function isTokenProblem(problem: Problem): boolean {
  return problem.reason.startsWith("TOKEN_");
}

/** What a stream's error means for its follower. */
export function judge(thrown: unknown): Verdict {
  const problem = problemOf(thrown);
  if (problem.reason.startsWith("CURSOR_")) return { kind: "relist" };
  if (mayBeRepeated(problem)) {
    return problem.retryAfterMs === undefined ? { kind: "resume" } : { kind: "resume", afterMs: problem.retryAfterMs };
  }
  return { kind: "end", error: thrown };
}

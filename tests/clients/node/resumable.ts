// Calls that are repeated under their request id, and streams that go on after a break. The rules stand in
// shared/docs/errors.md and shared/docs/cursor-contract.md.
import grpc from "@grpc/grpc-js";
import type { CallOptions, Client, ClientReadableStream, ClientUnaryCall, Metadata, requestCallback, ServiceError } from "@grpc/grpc-js";
import { randomUUID } from "node:crypto";
import { bearer } from "./api.js";

const PAUSE_MS = 50;
const PAUSE_MS_MAX = 2_000;

type Unary<Request, Response> = (
  this: Client, argument: Request, metadata: Metadata, options: CallOptions, callback: requestCallback<Response>,
) => ClientUnaryCall;

/** google.rpc.Status as it came: what is looked for in it is text. */
function detailsOf(error: ServiceError): string {
  const [details] = error.metadata?.get("grpc-status-details-bin") ?? [];
  return Buffer.isBuffer(details) ? details.toString("latin1") : "";
}

/** The reason of google.rpc.ErrorInfo: what stands before the domain (field 2, 11 bytes). Empty: not of SupportGrid. */
export function reasonOf(error: ServiceError): string {
  return /([A-Z_]+)\x12\x0bsupportgrid/.exec(detailsOf(error))?.[1] ?? "";
}

export function isCursorRefused(error: ServiceError): boolean {
  return reasonOf(error).startsWith("CURSOR_");
}

/** The server's word decides, not the status: a limit that is reached is not lifted by a repeat. */
export function mayBeRepeated(error: ServiceError): boolean {
  const reason = reasonOf(error);
  return reason === ""
    ? error.code === grpc.status.UNAVAILABLE || error.code === grpc.status.DEADLINE_EXCEEDED
    : ["DRAINING", "BOARD_UNAVAILABLE", "CONSUMER_TOO_SLOW"].includes(reason)
      || detailsOf(error).includes("google.rpc.RetryInfo");
}

/** Grows, half of it by chance: thousands of clients must not come back in one instant. */
function pause(failures: number): Promise<void> {
  const whole = Math.min(PAUSE_MS * 2 ** Math.min(failures, 16), PAUSE_MS_MAX);
  return new Promise((resolve) => setTimeout(resolve, whole / 2 + (whole / 2) * Math.random()));
}

/** A mutating call carries a request id; sent again after a failure it gets the first answer. */
export async function call<Request extends object, Response>(
  client: Client, method: Unary<Request, Response>, request: Request, token: string, attempts = 10,
): Promise<Response> {
  const whole = { request_id: randomUUID(), ...request };
  for (let attempt = 1; ; attempt++) {
    try {
      return await new Promise<Response>((resolve, reject) => {
        method.call(client, whole, bearer(token), { deadline: Date.now() + 10_000 }, (error, response) =>
          error ? reject(error) : resolve(response!));
      });
    } catch (error) {
      if (!mayBeRepeated(error as ServiceError) || attempt === attempts) throw error;
      await pause(attempt);
    }
  }
}

/**
 * List, then watch: keeps the last cursor and opens the stream with it when it breaks. Yields null when the cursor is of no
 * use any more: forget what was folded, the list follows.
 */
export async function* watch<Response extends { cursor: string }>(
  open: (cursor: string) => ClientReadableStream<Response>, cursor = "",
): AsyncGenerator<Response | null> {
  let holds = cursor !== "";
  for (let failures = 0; ; failures++) {
    const stream = open(cursor);
    try {
      for await (const response of stream as AsyncIterable<Response>) {
        [failures, holds] = [0, true];
        if (response.cursor !== "") cursor = response.cursor;
        yield response;
      }
      return;
    } catch (error) {
      if (cursor !== "" && isCursorRefused(error as ServiceError)) cursor = "";
      else if (!mayBeRepeated(error as ServiceError)) throw error;
    } finally {
      stream.cancel();
    }
    if (cursor === "" && holds) {
      holds = false;
      yield null;
    }
    await pause(failures);
  }
}

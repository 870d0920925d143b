import type { Duration, Timestamp } from "@bufbuild/protobuf/wkt";

/** Milliseconds since 1970 of an instant on the wire. */
export function msOf(at: Timestamp): number;
export function msOf(at: Timestamp | undefined): number | undefined;
export function msOf(at: Timestamp | undefined): number | undefined {
  return at === undefined ? undefined : Number(at.seconds) * 1_000 + at.nanos / 1e6;
}

/** Milliseconds of a span on the wire. */
export function spanMs(span: Duration | undefined): number | undefined {
  return span === undefined ? undefined : Number(span.seconds) * 1_000 + span.nanos / 1e6;
}

import type { Duration } from "@bufbuild/protobuf/wkt";
import type { PlaceInLine } from "../api/gen/supportgrid/v1/customer_pb";

/** What a customer in the line is told. Never a number without a basis. */
export type Wait =
  /** An agent is being asked right now: there is no place to name. */
  | { readonly kind: "asking" }
  | { readonly kind: "unknown"; readonly place: number }
  /** In minutes, 1 and more: half of those at this place wait no longer than `half`, nine of ten than `most`. */
  | { readonly kind: "estimate"; readonly place: number; readonly half: number; readonly most: number };

export function waitOf(place: PlaceInLine | undefined): Wait {
  if (place === undefined) return { kind: "unknown", place: 0 };
  if (place.place === 0) return { kind: "asking" };
  if (place.waitP50 === undefined || place.waitP90 === undefined) return { kind: "unknown", place: place.place };
  const half = minutes(place.waitP50);
  return { kind: "estimate", place: place.place, half, most: Math.max(half, minutes(place.waitP90)) };
}

/** Rounded up, and coarser the longer it is: nobody can know minute 37. */
export function minutes(duration: Duration): number {
  const exact = (Number(duration.seconds) + duration.nanos / 1e9) / 60;
  const step = exact > 60 ? 15 : exact > 20 ? 5 : 1;
  return Math.max(1, Math.ceil(exact / step) * step);
}

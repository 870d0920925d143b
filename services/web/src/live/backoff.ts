import type { Dice } from "./clock";

const BASE_MS = 250;
const CEILING_MS = 10_000;

/**
 * How long to wait before try number `failures` (1 is the first repeat): anything between nothing and a ceiling that
 * doubles, so that thousands of pages do not come back in one instant. What the server asked for is the least.
 */
export function backoffMs(failures: number, dice: Dice, askedMs = 0): number {
  const ceiling = Math.min(CEILING_MS, BASE_MS * 2 ** Math.min(failures, 16));
  return askedMs + Math.floor(dice() * ceiling);
}

import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type { Clock } from "../live/clock";
import { msOf } from "./time";

const SAMPLES_MAX = 20;
/** A clock that was set, or a machine that slept: older samples say nothing any more. */
const JUMP_MS = 2_000;

/**
 * The server's clock, as far as its words tell it. A word can only arrive late, so the sample that makes the server's
 * clock the furthest ahead is the one that travelled the fastest.
 */
export class ServerClock {
  private samples: number[] = [];
  private aheadMs = 0;
  private lastAsOf: number | undefined;

  constructor(private readonly clock: Clock) {}

  /** A word of the server with its time, at the moment when it arrives. */
  hear(asOf: number): void {
    const sample = asOf - this.clock.now();
    const isJump = this.samples.length > 0 && Math.abs(sample - this.aheadMs) > JUMP_MS;
    this.samples = isJump ? [sample] : [...this.samples.slice(1 - SAMPLES_MAX), sample];
    this.aheadMs = Math.max(...this.samples);
    this.lastAsOf = asOf;
  }

  /** What the server's clock shows when the page's clock shows `now`. */
  at(now: number): number {
    return now + this.aheadMs;
  }

  /** How old what is shown is; undefined before the first word. */
  age(now: number): number | undefined {
    return this.lastAsOf === undefined ? undefined : Math.max(0, this.at(now) - this.lastAsOf);
  }

  /** When the server last spoke, by its own clock. */
  get asOf(): number | undefined {
    return this.lastAsOf;
  }

  /** A stream, heard on its way to whoever reads it. */
  async *over<R extends { readonly asOf?: Timestamp | undefined }>(stream: AsyncIterable<R>): AsyncIterable<R> {
    for await (const response of stream) {
      const asOf = msOf(response.asOf);
      if (asOf !== undefined) this.hear(asOf);
      yield response;
    }
  }
}

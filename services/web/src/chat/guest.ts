import type { StartGuestSessionResponse } from "../api/gen/supportgrid/v1/guest_pb";
import type { Clock } from "../live/clock";
import type { Memory } from "./memory";

/** Renewed this long before its end: a call that leaves now must arrive in time. */
const SPARE_MS = 120_000;

/** The visitor's token: asked for, kept, and renewed before it ends, also after a night's sleep. */
export class Guest {
  private until: number | undefined;
  private starting: Promise<StartGuestSessionResponse> | undefined;

  constructor(
    private readonly ask: (token: string) => Promise<StartGuestSessionResponse>,
    private readonly memory: Memory,
    private readonly clock: Clock,
  ) {}

  get token(): string {
    return this.memory.now.token;
  }

  /** Makes sure that the token is good for a while. */
  async fresh(): Promise<void> {
    if (this.until === undefined || this.clock.now() > this.until - SPARE_MS) await this.start();
  }

  /** The server says that the token is not good any more, whatever the clock says. */
  doubt(): void {
    this.until = undefined;
  }

  /** One at a time, however many ask. */
  start(): Promise<StartGuestSessionResponse> {
    this.starting ??= this.ask(this.memory.now.token)
      .then((response) => {
        this.until = this.clock.now() + Number(response.expiresIn?.seconds ?? 0n) * 1_000;
        this.memory.keep({ token: response.token });
        return response;
      })
      .finally(() => {
        this.starting = undefined;
      });
    return this.starting;
  }
}

/** Time as an input: tests drive it by hand. */
export interface Clock {
  /** Milliseconds; only differences mean something, except for what is shown to people (milliseconds since 1970). */
  now(): number;
  /** Runs once after a time; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
}

/** Chance as an input: a number from 0 up to, not including, 1. */
export type Dice = () => number;

export const systemClock: Clock = {
  // eslint-disable-next-line no-restricted-globals -- The one place where the machine's clock is read.
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

// eslint-disable-next-line no-restricted-properties -- The one place where chance comes in.
export const systemDice: Dice = () => Math.random();

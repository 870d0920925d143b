import type { Clock } from "./clock";

/** A clock that tests turn by hand. */
export class FakeClock implements Clock {
  private time = 0;
  private next = 0;
  private readonly due = new Map<number, { at: number; run: () => void }>();

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const id = this.next++;
    this.due.set(id, { at: this.time + ms, run });
    return () => this.due.delete(id);
  }

  /** Lets time pass, and what is due happen in its order. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      await settle();
      const [first] = [...this.due].filter(([, t]) => t.at <= until).sort((a, b) => a[1].at - b[1].at || a[0] - b[0]);
      if (first === undefined) break;
      this.due.delete(first[0]);
      this.time = first[1].at;
      first[1].run();
    }
    this.time = until;
    await settle();
  }
}

/** Until every promise that can go on has gone on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

export class BrokenError extends Error {
  constructor(readonly kind: "cut" | "relist" | "end") {
    super(kind);
  }
}

/** A stream that a test feeds: what it pushes is what the server sent. */
export class FakeStream<R> {
  private readonly ready: (R | Error | undefined)[] = [];
  private wake: (() => void) | undefined;

  push(...responses: R[]): void {
    this.ready.push(...responses);
    this.wake?.();
  }

  fail(error: Error): void {
    this.ready.push(error);
    this.wake?.();
  }

  async *read(signal: AbortSignal): AsyncIterable<R> {
    signal.addEventListener("abort", () => this.wake?.());
    for (;;) {
      while (this.ready.length > 0) {
        const item = this.ready.shift();
        if (item instanceof Error) throw item;
        if (item !== undefined) yield item;
      }
      if (signal.aborted) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Storage in memory. */
export class MemoryStorage implements Storage {
  private readonly kept = new Map<string, string>();

  get length(): number {
    return this.kept.size;
  }

  clear(): void {
    this.kept.clear();
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
}

import { readPlace, writePlace } from "./storage";

/** A value in the browser's storage that components follow; every change is written before anything else happens. */
export class KeptStore<T> {
  private value: T;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly place: Storage,
    private readonly key: string,
    read: (kept: unknown) => T,
  ) {
    let kept: unknown;
    try {
      kept = JSON.parse(readPlace(place, key) ?? "null");
    } catch {
      // What cannot be read is as good as nothing: somebody else wrote it.
      kept = null;
    }
    this.value = read(kept);
  }

  readonly getSnapshot = (): T => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: T): void {
    if (value === this.value) return;
    this.value = value;
    writePlace(this.place, this.key, JSON.stringify(value));
    for (const listener of [...this.listeners]) listener();
  }
}

/** An object of the storage, whatever is in it. */
export function recordOf(kept: unknown): Record<string, unknown> {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept as Record<string, unknown> : {};
}

const BUCKETS = 128;

/** Which of the parts a key is in: the same key is always in the same one. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}

/**
 * Rows by key that never change: a change gives a new table and copies one part of 128. A fold over thousands of rows
 * stays pure without copying thousands of rows for each response.
 */
export class Rows<T> {
  private constructor(
    private readonly parts: readonly (ReadonlyMap<string, T> | undefined)[],
    readonly size: number,
  ) {}

  static empty<T>(): Rows<T> {
    return new Rows<T>(new Array<undefined>(BUCKETS).fill(undefined), 0);
  }

  get(key: string): T | undefined {
    return this.parts[bucketOf(key)]?.get(key);
  }

  with(key: string, row: T): Rows<T> {
    const at = bucketOf(key);
    const part = new Map(this.parts[at]);
    const isNew = !part.has(key);
    part.set(key, row);
    return new Rows(this.parts.with(at, part), isNew ? this.size + 1 : this.size);
  }

  without(key: string): Rows<T> {
    const at = bucketOf(key);
    if (this.parts[at]?.has(key) !== true) return this;
    const part = new Map(this.parts[at]);
    part.delete(key);
    return new Rows(this.parts.with(at, part), this.size - 1);
  }

  /** In no order that means anything: whoever shows them sorts them. */
  all(): T[] {
    const rows: T[] = [];
    for (const part of this.parts) if (part !== undefined) for (const row of part.values()) rows.push(row);
    return rows;
  }
}

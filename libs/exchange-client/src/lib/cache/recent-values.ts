interface Entry<Value> {
  readonly value: Value;
  readonly expiresAtMs: number;
}

/**
 * The values used last, each until it expires: in this process and at once. Of more than `capacity` the one that has not
 * been used for the longest time goes.
 */
export class RecentValues<Value> {
  readonly #capacity: number;
  readonly #nowMs: () => number;
  /** In order of use: a map keeps the order in which its keys came. */
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(capacity: number, nowMs: () => number) {
    this.#capacity = capacity;
    this.#nowMs = nowMs;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.expiresAtMs <= this.#nowMs()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, lifetimeMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAtMs: this.#nowMs() + lifetimeMs });
    if (this.#entries.size <= this.#capacity) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Forgets every key that begins so. */
  deleteAll(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key);
  }
}

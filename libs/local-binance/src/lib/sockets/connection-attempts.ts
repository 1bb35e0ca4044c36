const WINDOW_MS = 300_000;

/** Counts connections by address: so many in five minutes, and no more until the next five. */
export class ConnectionAttempts {
  readonly #limit: number;
  readonly #counts = new Map<string, number>();
  #window = -1;

  constructor(limit = 300) {
    this.#limit = limit;
  }

  /** Counts one more; false where it is one too many. */
  admit(address: string, nowMs: number): boolean {
    const window = Math.floor(nowMs / WINDOW_MS);
    if (window !== this.#window) {
      this.#window = window;
      this.#counts.clear();
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
    return count <= this.#limit;
  }
}

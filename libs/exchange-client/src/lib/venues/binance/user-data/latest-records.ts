import type { OrderRecord } from './order-record.ts';

/** The latest records of some kind, each once. A ring: a set that loses its first at every step grows slow. */
export class LatestRecords {
  readonly #most: number;
  readonly #ring: OrderRecord[] = [];
  readonly #held = new Set<OrderRecord>();
  #next = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one in, and gives the one that goes for it, if any. */
  add(record: OrderRecord): OrderRecord | undefined {
    if (this.#held.has(record)) return undefined;
    const oldest = this.#ring[this.#next];
    if (oldest !== undefined) this.#held.delete(oldest);
    this.#held.add(record);
    this.#ring[this.#next] = record;
    this.#next = (this.#next + 1) % this.#most;
    return oldest;
  }
}

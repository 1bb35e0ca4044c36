import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';
import { replaceOldest } from './ring.ts';

/** The cells: values taken, the anchor and both sums, the place of the oldest, and from `ring` on the values. */
const [seen, anchor, plain, weighted, oldest, ring] = [0, 1, 2, 3, 4, 5];

/**
 * Two sums of the last `period` values, of their distances to an anchor near them; `weighted` counts the newest
 * `period` times and the oldest once. Distances instead of prices keep the digits that a slope is made of; and since the
 * prices walk away from the anchor, both are made afresh around a new one every 256 bars, or as seldom as the period is
 * long, so that a bar costs the same. A NaN before the first value is passed over.
 */
export class MovingWeightedSum {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #refreshEvery: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0, 0, 0);
    memory.ring(period);
    this.#period = period;
    this.#refreshEvery = Math.min(refreshEvery, Math.max(256, period));
  }

  get anchor(): number {
    return this.#memory.cells[this.#memory.base + this.#at + anchor]!;
  }

  get plain(): number {
    return this.#memory.cells[this.#memory.base + this.#at + plain]!;
  }

  get weighted(): number {
    return this.#memory.cells[this.#memory.base + this.#at + weighted]!;
  }

  /** Takes the next value; true when the window is full. */
  next(value: number): boolean {
    if (value !== value) return false;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const period = this.#period;
    const gone = replaceOldest(cells, at + oldest, period, value);
    const count = cells[at + seen]!;
    cells[at + seen] = count + 1;
    if (count + 1 < period) return false;
    if (count + 1 === period || count % this.#refreshEvery === 0) this.#refresh(cells, at);
    else {
      cells[at + weighted]! += (value - cells[at + anchor]!) * period - cells[at + plain]!;
      cells[at + plain]! += value - gone;
    }
    return true;
  }

  #refresh(cells: Float64Array, at: number): void {
    const period = this.#period;
    const first = cells[at + oldest]! | 0;
    const from = cells[at + ring + first]!;
    let distances = 0;
    let weighed = 0;
    for (let i = 0; i < period; i += 1) {
      const place = first + i < period ? first + i : first + i - period;
      const distance = cells[at + ring + place]! - from;
      distances += distance;
      weighed += distance * (i + 1);
    }
    cells[at + anchor] = from;
    cells[at + plain] = distances;
    cells[at + weighted] = weighed;
  }
}

import type { Memory } from '../indicator/memory.ts';
import { refreshEvery, sumFrom } from './moving-sum.ts';
import { replaceOldest } from './ring.ts';

/** How far the total may fall below its highest before the roundings of the high one would show in it. */
export const worstFall = 1e3;

/** The cells: values taken, their total and its highest, the place of the oldest, and from `ring` on the values. */
const [seen, total, peak, oldest, ring] = [0, 1, 2, 3, 4];

/**
 * The sum of the last `period` values that are all zero or more (volumes, ranges); NaN until there are as many. It
 * is made afresh every 4,096 bars, and at once when it has fallen a thousandfold, so that quiet bars after loud
 * ones are exact, and a window of zeros is zero. A NaN before the first value is passed over.
 */
export class MovingTotal {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0, 0);
    memory.ring(period);
    this.#period = period;
  }

  next(value: number): number {
    if (value !== value) return NaN;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const period = this.#period;
    const gone = replaceOldest(cells, at + oldest, period, value);
    const count = cells[at + seen]!;
    cells[at + seen] = count + 1;
    if (count + 1 < period) return NaN;
    if (count + 1 === period || count % refreshEvery === 0) return this.#refresh(cells, at);
    const now = cells[at + total]! + (value - gone);
    cells[at + total] = now;
    if (now > cells[at + peak]!) cells[at + peak] = now;
    return now * worstFall < cells[at + peak]! ? this.#refresh(cells, at) : now;
  }

  #refresh(cells: Float64Array, at: number): number {
    const now = sumFrom(cells, at + ring, this.#period, cells[at + oldest]! | 0);
    cells[at + total] = now;
    cells[at + peak] = now;
    return now;
  }
}

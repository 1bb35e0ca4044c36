import type { Memory } from '../indicator/memory.ts';
import { replaceOldest } from './ring.ts';

/**
 * Bars between two fresh sums of a running window: what an outlier or ten million roundings left behind is gone
 * after as many bars. Batch forms make theirs at the same bars.
 */
export const refreshEvery = 4096;

/** The cells: values taken, their sum, the place of the oldest, and from `ring` on the values. */
const [seen, sum, oldest, ring] = [0, 1, 2, 3];

/** The sum of the last `period` values; NaN until there are as many. A NaN before the first value is passed over. */
export class MovingSum {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0);
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
    const total =
      count + 1 === period || count % refreshEvery === 0
        ? sumFrom(cells, at + ring, period, cells[at + oldest]! | 0)
        : cells[at + sum]! + (value - gone);
    cells[at + sum] = total;
    return total;
  }
}

/** The sum of a full ring of values that begins at `at`, oldest first. */
export function sumFrom(cells: Float64Array, at: number, period: number, oldest: number): number {
  let sum = 0;
  for (let i = oldest; i < period; i += 1) sum += cells[at + i]!;
  for (let i = 0; i < oldest; i += 1) sum += cells[at + i]!;
  return sum;
}

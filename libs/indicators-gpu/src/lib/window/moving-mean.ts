import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/**
 * The mean of the last `period` values; NaN until there are as many. A NaN before the first value is passed over.
 *
 * What is summed are the distances to an anchor, the oldest value of the window when the sum was last made afresh. So a
 * flat window has exactly its own value as mean, whatever the period, and no bar has to wait for a division.
 *
 * Its cells: the bars until the sum is made afresh, and how many bars there will have been before that one; the anchor,
 * which is NaN until the window is full, and the sum of the distances from it; the place of the oldest, and the values. They
 * are counted in digits, because an engine writes `take` out where it is called only as long as it is short.
 */
export class MovingMean {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #share: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(period - 1, period - 1, NaN, 0);
    memory.ring(period);
    this.#period = period;
    this.#share = 1 / period;
  }

  next(value: number): number {
    return value === value ? this.take(value, this.#memory.cells, this.#memory.base + this.#at) : NaN;
  }

  /** As `next`, with the cells handed over: by a stream that has nothing else to remember. */
  take(value: number, cells: Float64Array, at: number): number {
    const left = cells[at]!;
    const oldest = cells[at + 4]!;
    const place = at + 5 + (oldest | 0);
    const gone = cells[place]!;
    cells[place] = value;
    cells[at + 4] = oldest + 1 === this.#period ? 0 : oldest + 1;
    if (left === 0) return this.#refresh(cells, at);
    cells[at] = left - 1;
    const now = cells[at + 3]! + (value - gone);
    cells[at + 3] = now;
    return cells[at + 2]! + now * this.#share;
  }

  #refresh(cells: Float64Array, at: number): number {
    const period = this.#period;
    const first = cells[at + 4]! | 0;
    const from = cells[at + 5 + first]!;
    let distances = 0;
    for (let i = first; i < period; i += 1) distances += cells[at + 5 + i]! - from;
    for (let i = 0; i < first; i += 1) distances += cells[at + 5 + i]! - from;
    const count = cells[at + 1]!;
    const due = count - (count % refreshEvery) + refreshEvery;
    cells[at] = due - count - 1;
    cells[at + 1] = due;
    cells[at + 2] = from;
    cells[at + 3] = distances;
    return from + distances * this.#share;
  }
}

import type { Memory } from '../indicator/memory.ts';

/**
 * Bars between two fresh sums of a running window: what an outlier or ten million roundings left behind is gone
 * after as many bars. Batch forms make theirs at the same bars.
 */
export const refreshEvery = 4096;

/** The sum of the last `period` values; NaN until there are as many. A NaN before the first value is passed over. */
export class MovingSum {
  sum = 0;
  seen = 0;
  oldest = 0;
  readonly #window: number[];

  constructor(memory: Memory, period: number) {
    this.#window = memory.cells(period);
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    const window = this.#window;
    const period = window.length;
    const { oldest, seen } = this;
    const gone = window[oldest]!;
    window[oldest] = value;
    this.oldest = oldest + 1 === period ? 0 : oldest + 1;
    this.seen = seen + 1;
    if (seen + 1 < period) return NaN;
    if (seen + 1 === period || seen % refreshEvery === 0) this.sum = sumFrom(window, this.oldest);
    else this.sum += value - gone;
    return this.sum;
  }
}

/** The sum of a full ring of values, oldest first. */
export function sumFrom(window: readonly number[], oldest: number): number {
  let sum = 0;
  for (let i = oldest; i < window.length; i += 1) sum += window[i]!;
  for (let i = 0; i < oldest; i += 1) sum += window[i]!;
  return sum;
}

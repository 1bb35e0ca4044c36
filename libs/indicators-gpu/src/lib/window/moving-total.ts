import type { Memory } from '../indicator/memory.ts';
import { refreshEvery, sumFrom } from './moving-sum.ts';

/** How far the total may fall below its highest before the roundings of the high one would show in it. */
export const worstFall = 1e3;

/**
 * The sum of the last `period` values that are all zero or more (volumes, ranges); NaN until there are as many. It
 * is made afresh every 4,096 bars, and at once when it has fallen a thousandfold, so that quiet bars after loud
 * ones are exact, and a window of zeros is zero. A NaN before the first value is passed over.
 */
export class MovingTotal {
  total = 0;
  peak = 0;
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
    if (seen + 1 === period || seen % refreshEvery === 0) this.#refresh();
    else {
      this.total += value - gone;
      if (this.total > this.peak) this.peak = this.total;
      if (this.total * worstFall < this.peak) this.#refresh();
    }
    return this.total;
  }

  #refresh(): void {
    this.total = sumFrom(this.#window, this.oldest);
    this.peak = this.total;
  }
}

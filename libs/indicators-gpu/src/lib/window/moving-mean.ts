import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/**
 * The mean of the last `period` values; NaN until there are as many. A NaN before the first value is passed over.
 *
 * What is summed are the distances to an anchor, the oldest value of the window when the sum was last made afresh. So a
 * flat window has exactly its own value as mean, whatever the period, and no bar has to wait for a division.
 */
export class MovingMean {
  anchor = 0;
  sum = 0;
  seen = 0;
  oldest = 0;
  readonly #window: number[];
  readonly #share: number;

  constructor(memory: Memory, period: number) {
    this.#window = memory.cells(period);
    this.#share = 1 / period;
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
    else this.sum += value - gone;
    return this.anchor + this.sum * this.#share;
  }

  #refresh(): void {
    const window = this.#window;
    const { oldest } = this;
    const anchor = window[oldest]!;
    let sum = 0;
    for (let i = oldest; i < window.length; i += 1) sum += window[i]! - anchor;
    for (let i = 0; i < oldest; i += 1) sum += window[i]! - anchor;
    this.anchor = anchor;
    this.sum = sum;
  }
}

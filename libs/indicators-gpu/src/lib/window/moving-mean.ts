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
  /** What `seen` is when the sum is made afresh; before that nothing has to be asked. */
  due = 0;
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
    const { oldest, seen } = this;
    const gone = window[oldest]!;
    window[oldest] = value;
    this.oldest = oldest + 1 === window.length ? 0 : oldest + 1;
    this.seen = seen + 1;
    if (seen >= this.due) return this.#refresh(seen);
    const sum = this.sum + (value - gone);
    this.sum = sum;
    return this.anchor + sum * this.#share;
  }

  #refresh(seen: number): number {
    const window = this.#window;
    if (seen + 1 < window.length) return NaN;
    const { oldest } = this;
    const anchor = window[oldest]!;
    let sum = 0;
    for (let i = oldest; i < window.length; i += 1) sum += window[i]! - anchor;
    for (let i = 0; i < oldest; i += 1) sum += window[i]! - anchor;
    this.anchor = anchor;
    this.sum = sum;
    this.due = seen - (seen % refreshEvery) + refreshEvery;
    return anchor + sum * this.#share;
  }
}

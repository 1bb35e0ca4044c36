import type { Memory } from '../indicator/memory.ts';
import { MovingWeightedSum } from '../window/moving-weighted-sum.ts';

/** The straight line that fits the last `period` values best, by least squares. */
export class RegressionLine {
  readonly #sums: MovingWeightedSum;
  readonly #period: number;

  constructor(memory: Memory, period: number) {
    this.#sums = new MovingWeightedSum(memory, period);
    this.#period = period;
  }

  /** Takes the next value; true when there is a line. */
  next(value: number): boolean {
    return this.#sums.next(value);
  }

  slope(): number {
    const period = this.#period;
    const spread = (period * (period * period - 1)) / 12;
    return period === 1 ? 0 : (this.#sums.weighted - ((period + 1) / 2) * this.#sums.plain) / spread;
  }

  /** The line at a bar of the window: 0 is the oldest, `period - 1` the newest, `period` the bar to come. */
  at(bar: number): number {
    const period = this.#period;
    return this.#sums.anchor + (this.#sums.plain / period + this.slope() * (bar + 1 - (period + 1) / 2));
  }
}

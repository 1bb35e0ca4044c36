import type { Memory } from '../indicator/memory.ts';

/** The weight of the newest value in an exponential average of `period` bars. */
export const weightOf = (period: number): number => 2 / (period + 1);

/** How many bars until what came before weighs less than 1e-12, with `weight` for the newest value. */
export const bars1e12 = (weight: number): number =>
  weight >= 1 ? 0 : Math.ceil(Math.log(1e-12) / Math.log1p(-weight));

/**
 * The exponential average: each value moves it by `weight` of the distance. It begins, as TA-Lib does, with the
 * plain mean of the first `period` values, NaN before. A NaN before the first value is passed over.
 */
export class Exponential {
  average = 0;
  seen = 0;
  readonly #period: number;
  readonly #weight: number;

  constructor(memory: Memory, period: number, weight = weightOf(period)) {
    this.#period = period;
    this.#weight = weight;
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    if (this.seen >= this.#period) {
      this.average += (value - this.average) * this.#weight;
      return this.average;
    }
    this.seen += 1;
    this.average += value;
    if (this.seen < this.#period) return NaN;
    this.average /= this.#period;
    return this.average;
  }
}

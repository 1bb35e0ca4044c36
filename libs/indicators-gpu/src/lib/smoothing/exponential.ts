import type { Memory } from '../indicator/memory.ts';

/** The weight of the newest value in an exponential average of `period` bars. */
export const weightOf = (period: number): number => 2 / (period + 1);

/** How many bars until what came before weighs less than 1e-12, with `weight` for the newest value. */
export const bars1e12 = (weight: number): number =>
  weight >= 1 ? 0 : Math.ceil(Math.log(1e-12) / Math.log1p(-weight));

/**
 * What a value counts for in an exponential average that goes on from where it stood two bars ago, instead of waiting
 * for the one of the last bar: the two newest values come in together, the older with its share of both.
 */
export class Weights {
  readonly newest: number;
  readonly ofBoth: number;
  readonly share: number;

  constructor(period: number, newest = weightOf(period)) {
    this.newest = newest;
    this.ofBoth = newest * (2 - newest);
    this.share = (newest * (1 - newest)) / this.ofBoth;
  }
}

/**
 * The exponential average: each value moves it by `weight` of the distance. It begins, as TA-Lib does, with the
 * plain mean of the first `period` values, NaN before. A NaN before the first value is passed over.
 */
export class Exponential {
  average = 0;
  before = 0;
  last = 0;
  seen = 0;
  readonly #period: number;
  readonly #weights: Weights;

  constructor(memory: Memory, period: number, weight?: number) {
    this.#period = period;
    this.#weights = new Weights(period, weight);
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    if (this.seen <= this.#period) return this.#begin(value);
    const { before, last } = this;
    const { share, ofBoth } = this.#weights;
    const average = before + (value + (last - value) * share - before) * ofBoth;
    this.before = this.average;
    this.average = average;
    this.last = value;
    return average;
  }

  #begin(value: number): number {
    this.seen += 1;
    if (this.seen > this.#period) {
      this.before = this.average;
      this.average += (value - this.average) * this.#weights.newest;
      this.last = value;
      return this.average;
    }
    this.average += value;
    if (this.seen < this.#period) return NaN;
    this.average /= this.#period;
    return this.average;
  }
}

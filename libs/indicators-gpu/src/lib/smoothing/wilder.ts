import type { Memory } from '../indicator/memory.ts';

/**
 * What counts in a Wilder average that goes on from where it stood two bars ago, instead of waiting for the one of the
 * last bar: what is left of the average, and the parts of the two newest values.
 */
export class WilderShares {
  readonly kept: number;
  readonly older: number;
  readonly newest: number;

  constructor(period: number) {
    const keep = (period - 1) / period;
    this.newest = 1 / period;
    this.older = this.newest * keep;
    this.kept = keep * keep;
  }
}

/**
 * Wilder's average: the old one weighs `period - 1` parts, the new value one. It begins with the plain mean of the
 * first `period` values, NaN before. A NaN before the first value is passed over.
 */
export class Wilder {
  average = 0;
  before = 0;
  last = 0;
  seen = 0;
  readonly #period: number;
  readonly #shares: WilderShares;

  constructor(memory: Memory, period: number) {
    this.#period = period;
    this.#shares = new WilderShares(period);
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    if (this.seen <= this.#period) return this.#begin(value);
    const { kept, older, newest } = this.#shares;
    const average = this.before * kept + (this.last * older + value * newest);
    this.before = this.average;
    this.average = average;
    this.last = value;
    return average;
  }

  #begin(value: number): number {
    this.seen += 1;
    if (this.seen > this.#period) {
      this.before = this.average;
      this.average += (value - this.average) * this.#shares.newest;
      this.last = value;
      return this.average;
    }
    this.average += value;
    if (this.seen < this.#period) return NaN;
    this.average /= this.#period;
    return this.average;
  }
}

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
 *
 * Its cells: values taken to begin with, the average at this bar and at the one before, and the last value. They are
 * counted in digits, because an engine writes `take` out where it is called only as long as it is short.
 */
export class Exponential {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #weights: Weights;

  constructor(memory: Memory, period: number, weight?: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0, 0, 0);
    this.#period = period;
    this.#weights = new Weights(period, weight);
  }

  get seen(): number {
    return this.#memory.cells[this.#memory.base + this.#at]!;
  }

  get average(): number {
    return this.#memory.cells[this.#memory.base + this.#at + 1]!;
  }

  get before(): number {
    return this.#memory.cells[this.#memory.base + this.#at + 2]!;
  }

  get last(): number {
    return this.#memory.cells[this.#memory.base + this.#at + 3]!;
  }

  next(value: number): number {
    return value === value ? this.take(value, this.#memory.cells, this.#memory.base + this.#at) : NaN;
  }

  /** As `next`, with the cells handed over: by a stream that has nothing else to remember. */
  take(value: number, cells: Float64Array, at: number): number {
    if (cells[at]! <= this.#period) return this.#begin(cells, at, value);
    const { share, ofBoth } = this.#weights;
    const from = cells[at + 2]!;
    const now = from + (value + (cells[at + 3]! - value) * share - from) * ofBoth;
    cells[at + 2] = cells[at + 1]!;
    cells[at + 1] = now;
    cells[at + 3] = value;
    return now;
  }

  #begin(cells: Float64Array, at: number, value: number): number {
    const period = this.#period;
    const count = cells[at]! + 1;
    const old = cells[at + 1]!;
    cells[at] = count;
    if (count > period) {
      const now = old + (value - old) * this.#weights.newest;
      cells[at + 2] = old;
      cells[at + 1] = now;
      cells[at + 3] = value;
      return now;
    }
    cells[at + 1] = count < period ? old + value : (old + value) / period;
    return count < period ? NaN : cells[at + 1]!;
  }
}

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

/** The cells: values taken to begin with, the average at this bar and at the one before, and the last value. */
const [seen, average, before, last] = [0, 1, 2, 3];

/**
 * Wilder's average: the old one weighs `period - 1` parts, the new value one. It begins with the plain mean of the
 * first `period` values, NaN before. A NaN before the first value is passed over.
 */
export class Wilder {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #shares: WilderShares;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0, 0, 0);
    this.#period = period;
    this.#shares = new WilderShares(period);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    if (cells[at + seen]! <= this.#period) return this.#begin(cells, at, value);
    const { kept, older, newest } = this.#shares;
    const now = cells[at + before]! * kept + (cells[at + last]! * older + value * newest);
    cells[at + before] = cells[at + average]!;
    cells[at + average] = now;
    cells[at + last] = value;
    return now;
  }

  #begin(cells: Float64Array, at: number, value: number): number {
    const period = this.#period;
    const count = cells[at + seen]! + 1;
    const old = cells[at + average]!;
    cells[at + seen] = count;
    if (count > period) {
      const now = old + (value - old) * this.#shares.newest;
      cells[at + before] = old;
      cells[at + average] = now;
      cells[at + last] = value;
      return now;
    }
    cells[at + average] = count < period ? old + value : (old + value) / period;
    return count < period ? NaN : cells[at + average]!;
  }
}

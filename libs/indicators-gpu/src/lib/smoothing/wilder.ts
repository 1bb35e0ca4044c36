import type { Memory } from '../indicator/memory.ts';

/**
 * Wilder's average: the old one weighs `period - 1` parts, the new value one. It begins with the plain mean of the
 * first `period` values, NaN before. A NaN before the first value is passed over.
 */
export class Wilder {
  average = 0;
  seen = 0;
  readonly #period: number;
  readonly #keep: number;
  readonly #share: number;

  constructor(memory: Memory, period: number) {
    this.#period = period;
    this.#keep = (period - 1) / period;
    this.#share = 1 / period;
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    if (this.seen >= this.#period) {
      this.average = this.average * this.#keep + value * this.#share;
      return this.average;
    }
    this.seen += 1;
    this.average += value;
    if (this.seen < this.#period) return NaN;
    this.average /= this.#period;
    return this.average;
  }
}

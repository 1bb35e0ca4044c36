import type { Memory } from '../indicator/memory.ts';
import { Previous } from '../window/past.ts';

/**
 * The bar's own range, stretched to the close before when that lies outside; NaN at the first bar. Half of the way from
 * the close to one end of the bar, to the other, and back: written without comparisons, which no processor can guess on
 * prices.
 */
export function trueRangeOf(high: number, low: number, lastClose: number): number {
  return twiceRangeOf(high, low, lastClose) * 0.5;
}

/** Twice the true range: all of the way. */
export function twiceRangeOf(high: number, low: number, lastClose: number): number {
  return high - low + (Math.abs(high - lastClose) + Math.abs(low - lastClose));
}

/** The true range of one bar after another. */
export class TrueRange {
  readonly #before: Previous;

  constructor(memory: Memory) {
    this.#before = new Previous(memory);
  }

  next(high: number, low: number, close: number): number {
    return trueRangeOf(high, low, this.#before.next(close));
  }
}

import type { Memory } from '../indicator/memory.ts';
import { Previous } from '../window/past.ts';

/**
 * The bar's own range, stretched to the close before when that lies outside; NaN at the first bar. Written with
 * absolute values instead of comparisons, which no processor can guess on prices.
 */
export function trueRangeOf(high: number, low: number, lastClose: number): number {
  const above = lastClose - high;
  const below = low - lastClose;
  return high - low + (Math.abs(above) + above + (Math.abs(below) + below)) * 0.5;
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

import type { Memory } from '../indicator/memory.ts';
import { Wilder } from '../smoothing/wilder.ts';
import { TrueRange } from './true-range.ts';

/** Wilder's average of the true ranges of one bar after another; NaN at the first `period` bars. */
export class AverageTrueRange {
  readonly #range: TrueRange;
  readonly #average: Wilder;

  constructor(memory: Memory, period: number) {
    this.#range = new TrueRange(memory);
    this.#average = new Wilder(memory, period);
  }

  next(high: number, low: number, close: number): number {
    return this.#average.next(this.#range.next(high, low, close));
  }
}

import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/**
 * The part of its highest that the sum of squares must leave, or its rounding would show: with less the window is summed
 * afresh, around its own mean.
 */
export const leastOfPeak = 1e-4;

/**
 * Mean and population variance of the last `period` values, from running sums of the distances to an anchor near
 * the prices. The sums are made afresh around a new anchor every 4,096 bars, and at once when cancellation would
 * cost more than four digits, so that one part in a billion is kept through jumps and outliers.
 */
export class MovingVariance {
  seen = 0;
  oldest = 0;
  anchor = 0;
  sum = 0;
  squares = 0;
  peak = 0;
  mean = 0;
  /** The sum of the squared distances from the mean. */
  scatter = 0;
  readonly #window: number[];
  readonly #share: number;

  constructor(memory: Memory, period: number) {
    this.#window = memory.cells(period);
    this.#share = 1 / period;
    memory.own(this);
  }

  get variance(): number {
    return this.scatter * this.#share;
  }

  /** Takes the next value; true when the window is full and `mean`, `scatter` and `variance` are its. */
  next(value: number): boolean {
    if (value !== value) return false;
    const window = this.#window;
    const period = window.length;
    const { oldest, seen, anchor } = this;
    const gone = window[oldest]! - anchor;
    window[oldest] = value;
    this.oldest = oldest + 1 === period ? 0 : oldest + 1;
    this.seen = seen + 1;
    if (seen + 1 < period) return false;
    if (seen + 1 === period || seen % refreshEvery === 0) this.#refresh();
    else this.#slide(value - anchor, gone);
    const offset = this.sum * this.#share;
    const scatter = this.squares - this.sum * offset;
    this.mean = this.anchor + offset;
    this.scatter = scatter > 0 ? scatter : 0;
    return true;
  }

  #slide(come: number, gone: number): void {
    const moved = come - gone;
    const sum = this.sum + moved;
    const squares = this.squares + moved * (come + gone);
    this.sum = sum;
    this.squares = squares;
    if (squares > this.peak) this.peak = squares;
    if (squares - sum * (sum * this.#share) < this.peak * leastOfPeak) this.#refresh();
  }

  #refresh(): void {
    const window = this.#window;
    const { oldest } = this;
    const anchor = meanFrom(window, oldest);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < window.length; i += 1) {
      const distance = window[oldest + i < window.length ? oldest + i : oldest + i - window.length]! - anchor;
      sum += distance;
      squares += distance * distance;
    }
    this.anchor = anchor;
    this.sum = sum;
    this.squares = squares;
    this.peak = squares;
  }
}

/** The mean of a full ring of values, summed as distances from the oldest. */
export function meanFrom(window: readonly number[], oldest: number): number {
  const first = window[oldest]!;
  let sum = 0;
  for (let i = oldest; i < window.length; i += 1) sum += window[i]! - first;
  for (let i = 0; i < oldest; i += 1) sum += window[i]! - first;
  return first + sum / window.length;
}

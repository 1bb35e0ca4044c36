import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';
import { replaceOldest } from './ring.ts';

/**
 * The part of its highest that the sum of squares must leave, or its rounding would show: with less the window is summed
 * afresh, around its own mean.
 */
export const leastOfPeak = 1e-4;

/**
 * The cells: values taken; the anchor, the sum of the distances from it, that of their squares, and the highest that this
 * has been; the place of the oldest, and from `ring` on the values.
 */
const [seen, anchor, sum, squares, peak, oldest, ring] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Mean and population variance of the last `period` values, from running sums of the distances to an anchor near
 * the prices. The sums are made afresh around a new anchor every 4,096 bars, and at once when cancellation would
 * cost more than four digits, so that one part in a billion is kept through jumps and outliers.
 */
export class MovingVariance {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #share: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0, 0, 0, 0);
    memory.ring(period);
    this.#period = period;
    this.#share = 1 / period;
  }

  get mean(): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    return cells[at + anchor]! + cells[at + sum]! * this.#share;
  }

  /** The sum of the squared distances from the mean. */
  get scatter(): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const scatter = cells[at + squares]! - cells[at + sum]! * (cells[at + sum]! * this.#share);
    return scatter > 0 ? scatter : 0;
  }

  get variance(): number {
    return this.scatter * this.#share;
  }

  /** Takes the next value; true when the window is full and `mean`, `scatter` and `variance` are its. */
  next(value: number): boolean {
    if (value !== value) return false;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const period = this.#period;
    const gone = replaceOldest(cells, at + oldest, period, value);
    const count = cells[at + seen]!;
    cells[at + seen] = count + 1;
    if (count + 1 < period) return false;
    if (count + 1 === period || count % refreshEvery === 0) this.#refresh(cells, at);
    else this.#slide(cells, at, value - cells[at + anchor]!, gone - cells[at + anchor]!);
    return true;
  }

  #slide(cells: Float64Array, at: number, come: number, gone: number): void {
    const moved = come - gone;
    const distances = cells[at + sum]! + moved;
    const both = cells[at + squares]! + moved * (come + gone);
    cells[at + sum] = distances;
    cells[at + squares] = both;
    if (both > cells[at + peak]!) cells[at + peak] = both;
    const scatter = both - distances * (distances * this.#share);
    if (scatter < cells[at + peak]! * leastOfPeak) this.#refresh(cells, at);
  }

  #refresh(cells: Float64Array, at: number): void {
    const period = this.#period;
    const first = cells[at + oldest]! | 0;
    const mean = meanFrom(cells, at + ring, period, first);
    let distances = 0;
    let both = 0;
    for (let i = 0; i < period; i += 1) {
      const distance = cells[at + ring + (first + i < period ? first + i : first + i - period)]! - mean;
      distances += distance;
      both += distance * distance;
    }
    cells[at + anchor] = mean;
    cells[at + sum] = distances;
    cells[at + squares] = both;
    cells[at + peak] = both;
  }
}

/** The mean of a full ring of values that begins at `at`, summed as distances from the oldest. */
export function meanFrom(cells: Float64Array, at: number, period: number, oldest: number): number {
  const first = cells[at + oldest]!;
  let sum = 0;
  for (let i = oldest; i < period; i += 1) sum += cells[at + i]! - first;
  for (let i = 0; i < oldest; i += 1) sum += cells[at + i]! - first;
  return first + sum / period;
}

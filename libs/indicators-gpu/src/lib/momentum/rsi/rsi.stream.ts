import type { LooseBar } from '../../indicator/bar.ts';
import { LiveAverage } from '../../indicator/live-average.ts';
import type { Memory } from '../../indicator/memory.ts';
import type { Program } from '../../indicator/program.ts';
import type { CellAverage } from '../../smoothing/moving-average.ts';

/** The stream of rsi, of its own for speed alone: see LiveAverage. */
export class RsiStream extends LiveAverage {
  #last = NaN;
  #gain = 0;
  #loss = 0;
  #isBegun = false;
  readonly #period: number;
  readonly #keep: number;
  readonly #halfShare: number;

  constructor(program: Program<CellAverage>, { period }: { readonly period: number }) {
    super(program);
    this.#period = period;
    this.#keep = (period - 1) / period;
    this.#halfShare = 0.5 / period;
  }

  next(bar: number | LooseBar): number {
    if (typeof bar !== 'number' || bar - bar !== 0 || !this.#isBegun) return this.takeBar(bar);
    const change = bar - this.#last;
    const size = Math.abs(change);
    const gain = this.#gain * this.#keep + (size + change) * this.#halfShare;
    const loss = this.#loss * this.#keep + (size - change) * this.#halfShare;
    this.#last = bar;
    this.#gain = gain;
    this.#loss = loss;
    const moved = gain + loss;
    return moved === 0 ? 0 : (gain / moved) * 100;
  }

  protected store(): void {
    if (this.#isBegun) this.cells.set([this.#last, this.#gain, this.#loss], this.at + 1);
  }

  protected fetch(): void {
    const { cells, at } = this;
    this.#isBegun = cells[at] === this.#period;
    this.#last = cells[at + 1]!;
    this.#gain = cells[at + 2]!;
    this.#loss = cells[at + 3]!;
  }
}

/**
 * The share of the rises in all moves, in percent, one value at a time. A NaN before the first value is passed over.
 *
 * Its cells: moves taken to begin with, the last value, and the averages of rises and falls. They are counted in digits,
 * because an engine writes `take` out where it is called only as long as it is short.
 */
export class RelativeStrength {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #keep: number;
  readonly #halfShare: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, NaN, 0, 0);
    this.#period = period;
    this.#keep = (period - 1) / period;
    this.#halfShare = 0.5 / period;
  }

  next(value: number): number {
    return this.take(value, this.#memory.cells, this.#memory.base + this.#at);
  }

  /** As `next`, with the cells handed over: by a stream that has nothing else to remember. */
  take(value: number, cells: Float64Array, at: number): number {
    if (cells[at]! < this.#period) return this.#begin(cells, at, value);
    const change = value - cells[at + 1]!;
    const size = Math.abs(change);
    const keep = this.#keep;
    const share = this.#halfShare;
    const gain = cells[at + 2]! * keep + (size + change) * share;
    const loss = cells[at + 3]! * keep + (size - change) * share;
    cells[at + 1] = value;
    cells[at + 2] = gain;
    cells[at + 3] = loss;
    const moved = gain + loss;
    return moved === 0 ? 0 : (gain / moved) * 100;
  }

  #begin(cells: Float64Array, at: number, value: number): number {
    const change = value - cells[at + 1]!;
    cells[at + 1] = value;
    if (change !== change) return NaN;
    const size = Math.abs(change);
    const gain = cells[at + 2]! + (size + change) * this.#halfShare;
    const loss = cells[at + 3]! + (size - change) * this.#halfShare;
    cells[at]! += 1;
    cells[at + 2] = gain;
    cells[at + 3] = loss;
    if (cells[at]! < this.#period) return NaN;
    const moved = gain + loss;
    return moved === 0 ? 0 : (gain / moved) * 100;
  }
}

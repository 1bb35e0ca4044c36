import type { LooseBar } from '../../indicator/bar.ts';
import { LiveAverage } from '../../indicator/live-average.ts';
import type { Program } from '../../indicator/program.ts';
import type { CellAverage } from '../../smoothing/moving-average.ts';

/** The stream of sma, of its own for speed alone: see LiveAverage. */
export class SmaStream extends LiveAverage {
  /** Bars until the step makes the sum afresh; it is asked for the first bar too. */
  #left = 0;
  #anchor = NaN;
  #sum = 0;
  #oldest = 0;
  readonly #period: number;
  readonly #share: number;

  constructor(program: Program<CellAverage>, { period }: { readonly period: number }) {
    super(program);
    this.#period = period;
    this.#share = 1 / period;
    this.fetch();
  }

  next(bar: number | LooseBar): number {
    if (typeof bar !== 'number' || bar - bar !== 0 || this.#left === 0) return this.takeBar(bar);
    const oldest = this.#oldest;
    const place = this.at + 5 + oldest;
    const sum = this.#sum + (bar - this.cells[place]!);
    this.cells[place] = bar;
    this.#left -= 1;
    this.#oldest = oldest + 1 === this.#period ? 0 : oldest + 1;
    this.#sum = sum;
    this.isBlank = false;
    return this.#anchor + sum * this.#share;
  }

  protected store(): void {
    const { cells, at } = this;
    cells[at] = this.#left;
    cells[at + 3] = this.#sum;
    cells[at + 4] = this.#oldest;
  }

  protected fetch(): void {
    const { cells, at } = this;
    this.#left = cells[at]! | 0;
    this.#anchor = cells[at + 2]!;
    this.#sum = cells[at + 3]!;
    this.#oldest = cells[at + 4]! | 0;
  }
}

import type { LooseBar } from '../../indicator/bar.ts';
import { LiveAverage } from '../../indicator/live-average.ts';
import type { Program } from '../../indicator/program.ts';
import type { CellAverage } from '../../smoothing/moving-average.ts';
import { Weights } from '../../smoothing/exponential.ts';

/** The stream of ema, of its own for speed alone: see LiveAverage. */
export class EmaStream extends LiveAverage {
  #average = 0;
  #before = 0;
  #last = 0;
  #isBegun = false;
  readonly #period: number;
  readonly #weights: Weights;

  constructor(program: Program<CellAverage>, { period }: { readonly period: number }) {
    super(program);
    this.#period = period;
    this.#weights = new Weights(period);
  }

  next(bar: number | LooseBar): number {
    if (typeof bar !== 'number' || bar - bar !== 0 || !this.#isBegun) return this.takeBar(bar);
    const before = this.#before;
    const { share, ofBoth } = this.#weights;
    const average = before + (bar + (this.#last - bar) * share - before) * ofBoth;
    this.#before = this.#average;
    this.#average = average;
    this.#last = bar;
    return average;
  }

  protected store(): void {
    if (this.#isBegun) this.cells.set([this.#average, this.#before, this.#last], this.at + 1);
  }

  protected fetch(): void {
    const { cells, at } = this;
    this.#isBegun = cells[at]! > this.#period;
    this.#average = cells[at + 1]!;
    this.#before = cells[at + 2]!;
    this.#last = cells[at + 3]!;
  }
}

import type { Memory } from '../indicator/memory.ts';
import { MovingMean } from '../window/moving-mean.ts';

/** The mean of a mean: weights that rise to the middle of the `period` values and fall again. */
export class Triangular {
  readonly #first: MovingMean;
  readonly #second: MovingMean;

  constructor(memory: Memory, period: number) {
    this.#first = new MovingMean(memory, Math.ceil(period / 2));
    this.#second = new MovingMean(memory, Math.floor(period / 2) + 1);
  }

  next(value: number): number {
    return this.#second.next(this.#first.next(value));
  }
}

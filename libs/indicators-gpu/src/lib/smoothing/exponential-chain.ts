import type { Memory } from '../indicator/memory.ts';
import { Exponential } from './exponential.ts';

/** Mulloy's double exponential average: twice the average less the average of it, which takes off half of its lag. */
export class DoubleExponential {
  readonly #first: Exponential;
  readonly #second: Exponential;

  constructor(memory: Memory, period: number) {
    this.#first = new Exponential(memory, period);
    this.#second = new Exponential(memory, period);
  }

  next(value: number): number {
    const once = this.#first.next(value);
    return 2 * once - this.#second.next(once);
  }
}

/** Mulloy's triple exponential average. */
export class TripleExponential {
  readonly #first: Exponential;
  readonly #second: Exponential;
  readonly #third: Exponential;

  constructor(memory: Memory, period: number) {
    this.#first = new Exponential(memory, period);
    this.#second = new Exponential(memory, period);
    this.#third = new Exponential(memory, period);
  }

  next(value: number): number {
    const once = this.#first.next(value);
    const twice = this.#second.next(once);
    return 3 * once - 3 * twice + this.#third.next(twice);
  }
}

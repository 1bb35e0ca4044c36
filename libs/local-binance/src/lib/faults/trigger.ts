import type { Rng } from '@org/domain';
import { SeededRng } from '@org/simulator';

export interface TriggerTerms {
  readonly times?: number | undefined;
  readonly skip?: number | undefined;
  readonly probability?: number | undefined;
  readonly seed?: number | string | undefined;
}

/** Decides which of the things that fit are struck. */
export class Trigger {
  readonly #rng: Rng;
  readonly #probability: number;
  #toSkip: number;
  #left: number;

  constructor({ times = Number.POSITIVE_INFINITY, skip = 0, probability = 1, seed = 1 }: TriggerTerms) {
    this.#left = times;
    this.#toSkip = skip;
    this.#probability = probability;
    this.#rng = new SeededRng(String(seed));
  }

  /** Whether it has struck as often as it may. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Whether this one is struck. */
  pull(): boolean {
    if (this.isSpent) return false;
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return false;
    }
    if (this.#probability < 1 && this.#rng.uniform() >= this.#probability) return false;
    this.#left -= 1;
    return true;
  }
}

import type { Memory } from '../indicator/memory.ts';

/** Whatever came before: the value of the bar before this one, NaN at the first. */
export class Previous {
  readonly #memory: Memory;
  readonly #at: number;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#at = memory.claim(NaN);
  }

  next(value: number): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const last = cells[at]!;
    cells[at] = value;
    return last;
  }
}

/** Holds the first `bars` values back, so that what follows starts later; NaN meanwhile. */
export class Skip {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #bars: number;

  constructor(memory: Memory, bars: number) {
    this.#memory = memory;
    this.#at = memory.claim(0);
    this.#bars = bars;
  }

  next(value: number): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    if (value !== value || cells[at] === this.#bars) return value;
    cells[at]! += 1;
    return NaN;
  }
}

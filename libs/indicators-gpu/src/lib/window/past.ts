import type { Memory } from '../indicator/memory.ts';

/** Whatever came before: the value of the bar before this one, NaN at the first. */
export class Previous {
  last = NaN;

  constructor(memory: Memory) {
    memory.own(this);
  }

  next(value: number): number {
    const { last } = this;
    this.last = value;
    return last;
  }
}

/** Holds the first `bars` values back, so that what follows starts later; NaN meanwhile. */
export class Skip {
  skipped = 0;
  readonly #bars: number;

  constructor(memory: Memory, bars: number) {
    this.#bars = bars;
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value || this.skipped === this.#bars) return value;
    this.skipped += 1;
    return NaN;
  }
}

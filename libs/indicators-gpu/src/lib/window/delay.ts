import type { Memory } from '../indicator/memory.ts';

/** The value of `bars` bars ago; NaN until there is one. A NaN before the first value is passed over. */
export class Delay {
  seen = 0;
  oldest = 0;
  readonly #window: number[];

  constructor(memory: Memory, bars: number) {
    this.#window = memory.cells(bars);
    memory.own(this);
  }

  next(value: number): number {
    if (value !== value) return NaN;
    const window = this.#window;
    const bars = window.length;
    if (bars === 0) return value;
    const { oldest } = this;
    const past = window[oldest]!;
    window[oldest] = value;
    this.oldest = oldest + 1 === bars ? 0 : oldest + 1;
    if (this.seen === bars) return past;
    this.seen += 1;
    return NaN;
  }
}

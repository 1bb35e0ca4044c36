import type { Memory } from '../indicator/memory.ts';

/** The last `period` values themselves, for what can only be computed by looking at all of them. */
export class SlidingWindow {
  seen = 0;
  newest = 0;
  readonly #window: number[];

  constructor(memory: Memory, period: number) {
    this.#window = memory.cells(period);
    memory.own(this);
  }

  /** Takes the next value; true when the window is full. A NaN before the first value is passed over. */
  next(value: number): boolean {
    if (value !== value) return false;
    const period = this.#window.length;
    this.newest = this.newest + 1 >= period ? 0 : this.newest + 1;
    this.#window[this.newest] = value;
    if (this.seen < period) this.seen += 1;
    return this.seen === period;
  }

  /** The value of `age` bars ago, 0 being the newest. */
  at(age: number): number {
    const { newest } = this;
    return this.#window[age <= newest ? newest - age : newest - age + this.#window.length]!;
  }
}

import type { Memory } from '../../indicator/memory.ts';

/** The highest of the last `period` values. */
export const highest = (memory: Memory, period: number): Extreme => new Extreme(memory, period, 1);

/** The lowest of the last `period` values. */
export const lowest = (memory: Memory, period: number): Extreme => new Extreme(memory, period, -1);

/**
 * A queue of candidates, each better than all that came after it: the best stands at the front, and a new value
 * drives out at the back all that it beats. Every value enters and leaves once, so a bar costs the same whatever
 * the period.
 */
export class Extreme {
  front = 0;
  length = 0;
  seen = 0;
  readonly #values: number[];
  readonly #bars: number[];
  readonly #sign: 1 | -1;

  constructor(memory: Memory, period: number, sign: 1 | -1) {
    this.#values = memory.cells(period);
    this.#bars = memory.cells(period);
    this.#sign = sign;
    memory.own(this);
  }

  /** Takes the next value and returns the extreme of the last `period`; NaN until there are as many. */
  next(given: number): number {
    if (given !== given) return NaN;
    const values = this.#values;
    const bars = this.#bars;
    const sign = this.#sign;
    const period = values.length;
    const value = given + 0;
    const bar = this.seen;
    let { front, length } = this;
    if (length > 0 && bars[front]! <= bar - period) {
      front = front + 1 === period ? 0 : front + 1;
      length -= 1;
    }
    let back = front + length < period ? front + length : front + length - period;
    while (length > 0) {
      const last = back === 0 ? period - 1 : back - 1;
      if (sign * values[last]! > sign * value) break;
      back = last;
      length -= 1;
    }
    values[back] = value;
    bars[back] = bar;
    this.front = front;
    this.length = length + 1;
    this.seen = bar + 1;
    return bar + 1 < period ? NaN : values[front]!;
  }

  /** The extreme of as many values as there are. */
  best(): number {
    return this.#values[this.front]!;
  }

  /** Bars since the extreme; of equal ones, since the newest. */
  age(): number {
    return this.seen - 1 - this.#bars[this.front]!;
  }
}

import type { Memory } from '../../indicator/memory.ts';

/** The highest of the last `period` values. */
export const highest = (memory: Memory, period: number): Extreme => new Extreme(memory, period, 1);

/** The lowest of the last `period` values. */
export const lowest = (memory: Memory, period: number): Extreme => new Extreme(memory, period, -1);

/** The cells: bars taken, the place of the front and the length of the queue, and from `queue` on values with their bars. */
const [seen, frontCell, lengthCell, queue] = [0, 1, 2, 3];

/**
 * A queue of candidates, each better than all that came after it: the best stands at the front, and a new value
 * drives out at the back all that it beats. Every value enters and leaves once, so a bar costs the same whatever
 * the period.
 */
export class Extreme {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #sign: 1 | -1;

  constructor(memory: Memory, period: number, sign: 1 | -1) {
    this.#memory = memory;
    this.#at = memory.claim(0);
    memory.index(period);
    memory.index(period + 1);
    memory.window(2 * period);
    this.#period = period;
    this.#sign = sign;
  }

  /** Takes the next value and returns the extreme of the last `period`; NaN until there are as many. */
  next(given: number): number {
    if (given !== given) return NaN;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const first = at + queue;
    const sign = this.#sign;
    const period = this.#period;
    const value = given + 0;
    const bar = cells[at + seen]!;
    let front = cells[at + frontCell]! | 0;
    let length = cells[at + lengthCell]! | 0;
    if (length > 0 && cells[first + 2 * front + 1]! <= bar - period) {
      front = front + 1 === period ? 0 : front + 1;
      length -= 1;
    }
    let back = front + length < period ? front + length : front + length - period;
    while (length > 0) {
      const last = back === 0 ? period - 1 : back - 1;
      if (sign * cells[first + 2 * last]! > sign * value) break;
      back = last;
      length -= 1;
    }
    cells[first + 2 * back] = value;
    cells[first + 2 * back + 1] = bar;
    cells[at + frontCell] = front;
    cells[at + lengthCell] = length + 1;
    cells[at + seen] = bar + 1;
    return bar + 1 < period ? NaN : cells[first + 2 * front]!;
  }

  /** The extreme of as many values as there are. */
  best(): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    return cells[at + queue + 2 * cells[at + frontCell]!]!;
  }

  /** Bars since the extreme; of equal ones, since the newest. */
  age(): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    return cells[at + seen]! - 1 - cells[at + queue + 2 * cells[at + frontCell]! + 1]!;
  }
}

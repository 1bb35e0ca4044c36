import type { Memory } from '../indicator/memory.ts';

/** The cells: how many values are held, the place of the newest, and from `ring` on the values. */
const [seen, newest, ring] = [0, 1, 2];

/** The last `period` values themselves, for what can only be computed by looking at all of them. */
export class SlidingWindow {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0);
    memory.ring(period);
    this.#period = period;
  }

  /** Takes the next value; true when the window is full. A NaN before the first value is passed over. */
  next(value: number): boolean {
    if (value !== value) return false;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const period = this.#period;
    const before = cells[at + newest]! | 0;
    const place = before + 1 >= period ? 0 : before + 1;
    cells[at + newest] = place;
    cells[at + ring + place] = value;
    if (cells[at + seen]! < period) cells[at + seen]! += 1;
    return cells[at + seen] === period;
  }

  /** The sum of the window, newest first. */
  sum(): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const place = cells[at + newest]! | 0;
    let sum = 0;
    for (let i = place; i >= 0; i -= 1) sum += cells[at + ring + i]!;
    for (let i = this.#period - 1; i > place; i -= 1) sum += cells[at + ring + i]!;
    return sum;
  }

  /** The sum of the distances of its values from one, newest first. */
  distancesFrom(value: number): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const place = cells[at + newest]! | 0;
    let sum = 0;
    for (let i = place; i >= 0; i -= 1) sum += Math.abs(cells[at + ring + i]! - value);
    for (let i = this.#period - 1; i > place; i -= 1) sum += Math.abs(cells[at + ring + i]! - value);
    return sum;
  }

  /** The value of `age` bars ago, 0 being the newest. */
  at(age: number): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const place = (cells[at + newest]! | 0) - age;
    return cells[at + ring + (place < 0 ? place + this.#period : place)]!;
  }
}

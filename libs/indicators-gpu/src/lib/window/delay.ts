import type { Memory } from '../indicator/memory.ts';
import { replaceOldest } from './ring.ts';

/** The cells: how many values are held, and from `ring` on the place of the oldest and the values. */
const [seen, ring] = [0, 1];

/** The value of `bars` bars ago; NaN until there is one. A NaN before the first value is passed over. */
export class Delay {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #bars: number;

  constructor(memory: Memory, bars: number) {
    this.#memory = memory;
    this.#at = memory.claim(0);
    memory.ring(bars);
    this.#bars = bars;
  }

  next(value: number): number {
    if (value !== value) return NaN;
    const bars = this.#bars;
    if (bars === 0) return value;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const past = replaceOldest(cells, at + ring, bars, value);
    if (cells[at + seen] === bars) return past;
    cells[at + seen]! += 1;
    return NaN;
  }
}

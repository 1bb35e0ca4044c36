import type { Memory } from '../indicator/memory.ts';
import { trueRangeOf } from '../volatility/true-range.ts';

/** The cells: the prices of the bar before, moves that the sums hold so far, and the sums. */
const [highCell, lowCell, closeCell, seenCell, upCell, downCell, rangeCell] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Wilder's directional movement: running sums of the moves up, the moves down, and the true range.
 *
 * A bar moves in the direction in which it reaches further beyond the bar before, by as much. Each sum begins with
 * `period - 1` bars and then loses one part in `period` for every bar that is added, as TA-Lib does it.
 */
export class DirectionalMovement {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #fade: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(NaN, NaN, NaN, 0, 0, 0, 0);
    this.#period = period;
    this.#fade = (period - 1) / period;
  }

  /** Moves that the sums hold so far. */
  get seen(): number {
    return this.#memory.cells[this.#memory.base + this.#at + seenCell]!;
  }

  get up(): number {
    return this.#memory.cells[this.#memory.base + this.#at + upCell]!;
  }

  get down(): number {
    return this.#memory.cells[this.#memory.base + this.#at + downCell]!;
  }

  get range(): number {
    return this.#memory.cells[this.#memory.base + this.#at + rangeCell]!;
  }

  /** Takes the next bar; true from the bar on at which the sums count. */
  next(high: number, low: number, close: number): boolean {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const higher = high - cells[at + highCell]!;
    const lower = cells[at + lowCell]! - low;
    const range = trueRangeOf(high, low, cells[at + closeCell]!);
    cells[at + highCell] = high;
    cells[at + lowCell] = low;
    cells[at + closeCell] = close;
    if (higher !== higher) return false;
    const up = (Math.abs(higher) + higher) * 0.5;
    const down = (Math.abs(lower) + lower) * 0.5;
    const seen = cells[at + seenCell]!;
    const keep = seen < this.#period - 1 ? 1 : this.#fade;
    cells[at + upCell] = cells[at + upCell]! * keep + up * +(up > down);
    cells[at + downCell] = cells[at + downCell]! * keep + down * +(down > up);
    cells[at + rangeCell] = cells[at + rangeCell]! * keep + range;
    cells[at + seenCell] = seen + 1;
    return seen + 1 >= this.#period;
  }
}

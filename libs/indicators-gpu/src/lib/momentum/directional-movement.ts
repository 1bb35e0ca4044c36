import type { Memory } from '../indicator/memory.ts';
import { trueRangeOf } from '../volatility/true-range.ts';

/**
 * Wilder's directional movement: running sums of the moves up, the moves down, and the true range.
 *
 * A bar moves in the direction in which it reaches further beyond the bar before, by as much. Each sum begins with
 * `period - 1` bars and then loses one part in `period` for every bar that is added, as TA-Lib does it.
 */
export class DirectionalMovement {
  high = NaN;
  low = NaN;
  close = NaN;
  /** Moves that the sums hold so far. */
  seen = 0;
  up = 0;
  down = 0;
  range = 0;
  readonly #period: number;
  readonly #fade: number;

  constructor(memory: Memory, period: number) {
    this.#period = period;
    this.#fade = (period - 1) / period;
    memory.own(this);
  }

  /** Takes the next bar; true from the bar on at which the sums count. */
  next(high: number, low: number, close: number): boolean {
    const higher = high - this.high;
    const lower = this.low - low;
    const range = trueRangeOf(high, low, this.close);
    this.high = high;
    this.low = low;
    this.close = close;
    if (higher !== higher) return false;
    const up = (Math.abs(higher) + higher) * 0.5;
    const down = (Math.abs(lower) + lower) * 0.5;
    const keep = this.seen < this.#period - 1 ? 1 : this.#fade;
    this.up = this.up * keep + up * +(up > down);
    this.down = this.down * keep + down * +(down > up);
    this.range = this.range * keep + range;
    this.seen += 1;
    return this.seen >= this.#period;
  }
}

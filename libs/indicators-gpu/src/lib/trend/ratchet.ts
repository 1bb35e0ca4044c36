import type { Memory } from '../indicator/memory.ts';

/**
 * The trailing band of Supertrend and of the ATR trailing stop: below the price it only rises, above it only falls, until
 * the close crosses it.
 */
export class Ratchet {
  upper = NaN;
  lower = NaN;
  close = NaN;
  /** 1 while long, -1 while short. */
  side = 0;

  constructor(memory: Memory) {
    memory.own(this);
  }

  /** The side is guessed for the first bar only: 1 when the price stands high, -1 when low. */
  next(upper: number, lower: number, close: number, firstSide: 1 | -1): void {
    if (this.side === 0) this.side = firstSide;
    if (!(upper >= this.upper) || this.close > this.upper) this.upper = upper;
    if (!(lower <= this.lower) || this.close < this.lower) this.lower = lower;
    this.side = close <= (this.side > 0 ? this.lower : this.upper) ? -1 : 1;
    this.close = close;
  }

  /** The band that counts: the lower one while long. */
  stop(): number {
    return this.side > 0 ? this.lower : this.upper;
  }
}

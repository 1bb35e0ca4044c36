import type { Memory } from '../../indicator/memory.ts';

/** The share of the rises in all moves, in percent, one value at a time. A NaN before the first value is passed over. */
export class RelativeStrength {
  last = NaN;
  gain = 0;
  loss = 0;
  seen = 0;
  readonly #period: number;
  readonly #keep: number;
  readonly #halfShare: number;

  constructor(memory: Memory, period: number) {
    this.#period = period;
    this.#keep = (period - 1) / period;
    this.#halfShare = 0.5 / period;
    memory.own(this);
  }

  next(value: number): number {
    const change = value - this.last;
    this.last = value;
    if (change !== change) return NaN;
    const size = Math.abs(change);
    const rise = (size + change) * this.#halfShare;
    const fall = (size - change) * this.#halfShare;
    if (this.seen >= this.#period) {
      this.gain = this.gain * this.#keep + rise;
      this.loss = this.loss * this.#keep + fall;
    } else {
      this.seen += 1;
      this.gain += rise;
      this.loss += fall;
      if (this.seen < this.#period) return NaN;
    }
    const moved = this.gain + this.loss;
    return moved === 0 ? 0 : (this.gain / moved) * 100;
  }
}

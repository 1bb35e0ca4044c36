import type { LooseBar } from '../../indicator/bar.ts';
import { LiveLine } from '../../indicator/live-line.ts';
import type { Memory } from '../../indicator/memory.ts';

/** The stream of rsi, of its own for speed alone: see LiveLine. */
export class RsiStream extends LiveLine {
  override next(bar: number | LooseBar): number {
    if (typeof bar !== 'number' || bar - bar !== 0) return super.next(bar);
    this.isBlank = false;
    return this.step.next(bar);
  }
}

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
    if (this.seen < this.#period) return this.#begin(value);
    const change = value - this.last;
    const size = Math.abs(change);
    const gain = this.gain * this.#keep + (size + change) * this.#halfShare;
    const loss = this.loss * this.#keep + (size - change) * this.#halfShare;
    this.last = value;
    this.gain = gain;
    this.loss = loss;
    const moved = gain + loss;
    return moved === 0 ? 0 : (gain / moved) * 100;
  }

  #begin(value: number): number {
    const change = value - this.last;
    this.last = value;
    if (change !== change) return NaN;
    const size = Math.abs(change);
    this.seen += 1;
    this.gain += (size + change) * this.#halfShare;
    this.loss += (size - change) * this.#halfShare;
    if (this.seen < this.#period) return NaN;
    const moved = this.gain + this.loss;
    return moved === 0 ? 0 : (this.gain / moved) * 100;
  }
}

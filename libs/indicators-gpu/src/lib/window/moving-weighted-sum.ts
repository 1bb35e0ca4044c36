import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/**
 * Two sums of the last `period` values, of their distances to an anchor near them; `weighted` counts the newest
 * `period` times and the oldest once. Distances instead of prices keep the digits that a slope is made of; and since the
 * prices walk away from the anchor, both are made afresh around a new one every 256 bars, or as seldom as the period is
 * long, so that a bar costs the same. A NaN before the first value is passed over.
 */
export class MovingWeightedSum {
  anchor = 0;
  plain = 0;
  weighted = 0;
  seen = 0;
  oldest = 0;
  readonly #window: number[];
  readonly #refreshEvery: number;

  constructor(memory: Memory, period: number) {
    this.#window = memory.cells(period);
    this.#refreshEvery = Math.min(refreshEvery, Math.max(256, period));
    memory.own(this);
  }

  /** Takes the next value; true when the window is full. */
  next(value: number): boolean {
    if (value !== value) return false;
    const window = this.#window;
    const period = window.length;
    const { oldest, seen } = this;
    const gone = window[oldest]!;
    window[oldest] = value;
    this.oldest = oldest + 1 === period ? 0 : oldest + 1;
    this.seen = seen + 1;
    if (seen + 1 < period) return false;
    if (seen + 1 === period || seen % this.#refreshEvery === 0) this.#refresh();
    else {
      this.weighted += (value - this.anchor) * period - this.plain;
      this.plain += value - gone;
    }
    return true;
  }

  #refresh(): void {
    const window = this.#window;
    const period = window.length;
    const anchor = window[this.oldest]!;
    let plain = 0;
    let weighted = 0;
    for (let i = 0; i < period; i += 1) {
      const at = this.oldest + i;
      const distance = window[at < period ? at : at - period]! - anchor;
      plain += distance;
      weighted += distance * (i + 1);
    }
    this.anchor = anchor;
    this.plain = plain;
    this.weighted = weighted;
  }
}

import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';

/**
 * Tells from when on a session may trade: from the first time slice after `fromMs` before which every feed has given
 * as many closed bars as its indicators need to be stable. Both shells ask it for every bar until it opens.
 */
export class WarmUpGate {
  readonly #needed: readonly number[];
  readonly #seen: number[];
  readonly #fromMs: number;
  #sliceTime = Number.NEGATIVE_INFINITY;
  #open = false;

  /**
   * @param needed bars before the first decision, for each feed
   * @param fromMs ms UTC; bars that open earlier only warm up. `-Infinity` for none
   */
  constructor(needed: readonly number[], fromMs: number) {
    this.#needed = needed;
    this.#seen = needed.map(() => 0);
    this.#fromMs = fromMs;
  }

  /** Counts a bar of a feed that closes at `closeTime` (ascending), and tells whether it may be traded on. */
  admit(feed: number, closeTime: number): boolean {
    if (closeTime > this.#sliceTime) {
      this.#sliceTime = closeTime;
      this.#open =
        closeTime > this.#fromMs && this.#seen.every((count, at) => count >= (this.#needed[at] ?? 0));
    }
    this.#seen[feed] = (this.#seen[feed] ?? 0) + 1;
    return this.#open;
  }
}

/**
 * The index of the first bar to read so that `warmUp` bars close no later than `fromMs`; 0 where history is shorter.
 * Starting there, and nowhere else, gives recursive indicators the same values in every shell.
 */
export function historyStart(series: CandleSeries, warmUp: number, fromMs: number): number {
  const length = INTERVAL_MS[series.interval];
  let low = 0;
  let high = series.openTime.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series.openTime[middle] ?? Infinity) + length <= fromMs) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - warmUp);
}

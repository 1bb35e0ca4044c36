import type { Candle, Interval } from '@org/domain';
import { INTERVAL_MS, barOpen } from '@org/domain';
import type { CandleCursor } from '../cursors/candle-cursor.ts';
import { atEnd } from '../cursors/candle-cursor.ts';
import { requireHigher } from './higher-interval.ts';

/**
 * Builds the bars of a higher interval, on UTC, from a cursor of its own over the lower ones: what it takes from `base`
 * nobody else may take. A bar is given only when its time has passed by the bars of `base`, so the last bucket is left
 * out while it is incomplete; so is a first bucket that `base` enters midway, since it would be a wrong bar. A gap in
 * `base` shortens a bar and never makes one up.
 *
 * @throws InputError `interval-not-multiple` when `interval` is no multiple of the base's.
 */
export function aggregateCursor(base: CandleCursor, interval: Interval): CandleCursor {
  requireHigher(base.interval, interval);
  return new Buckets(base, interval);
}

class Buckets implements CandleCursor {
  readonly symbol: string;
  readonly interval: Interval;
  nextCloseTime = Infinity;

  readonly #base: CandleCursor;
  readonly #baseLength: number;
  #next: Candle | undefined;

  constructor(base: CandleCursor, interval: Interval) {
    this.symbol = base.symbol;
    this.interval = interval;
    this.#base = base;
    this.#baseLength = INTERVAL_MS[base.interval];
    this.#skipStartedBucket();
    this.#fill();
  }

  take(): Candle {
    const candle = this.#next;
    if (candle === undefined) throw atEnd(this);
    this.#fill();
    return candle;
  }

  #skipStartedBucket(): void {
    const first = this.#base.nextCloseTime - this.#baseLength;
    if (first === Infinity) return;
    const bucket = barOpen(first, this.interval);
    if (bucket !== first) this.#gather(bucket);
  }

  #fill(): void {
    this.#next = undefined;
    this.nextCloseTime = Infinity;
    const first = this.#base.nextCloseTime - this.#baseLength;
    if (first === Infinity) return;
    const bucket = barOpen(first, this.interval);
    const candle = this.#gather(bucket);
    const last = candle.lastCloseTime;
    const end = bucket + INTERVAL_MS[this.interval];
    if (last < end && this.#base.nextCloseTime === Infinity) return;
    this.#next = candle.bar;
    this.nextCloseTime = end;
  }

  #gather(openTime: number): { readonly bar: Candle; readonly lastCloseTime: number } {
    const base = this.#base;
    const end = openTime + INTERVAL_MS[this.interval];
    let lastCloseTime = base.nextCloseTime;
    const first = base.take();
    let { high, low, close, volume } = first;
    while (base.nextCloseTime <= end) {
      lastCloseTime = base.nextCloseTime;
      const bar = base.take();
      if (bar.high > high) high = bar.high;
      if (bar.low < low) low = bar.low;
      close = bar.close;
      volume += bar.volume;
    }
    return { bar: { openTime, open: first.open, high, low, close, volume }, lastCloseTime };
  }
}

import type { Candle, CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { candleAt } from '../series/candle-columns.ts';
import type { CandleCursor } from './candle-cursor.ts';
import { CursorError, atEnd } from './candle-cursor.ts';

/** A cursor over a series that also says where it stands, for who reads other columns beside it. */
export interface SeriesCursor extends CandleCursor {
  /** The index, in the series, of the bar that `take` gives next. */
  readonly index: number;
}

/**
 * The bars `[fromIndex, toIndex)` of a series, one after the other.
 *
 * @throws CursorError `cursor-range` when the indices lie outside the series or cross.
 */
export function seriesCursor(
  series: CandleSeries,
  fromIndex = 0,
  toIndex = series.openTime.length,
): SeriesCursor {
  const bars = series.openTime.length;
  const whole = Number.isInteger(fromIndex) && Number.isInteger(toIndex);
  if (!whole || fromIndex < 0 || toIndex > bars || fromIndex > toIndex) {
    throw new CursorError('cursor-range', {
      what: `no such part of ${series.symbol} ${series.interval}`,
      found: `bars ${fromIndex} to ${toIndex}`,
      allowed: `whole numbers from 0 to ${bars}, ascending`,
    });
  }
  return new Bars(series, fromIndex, toIndex);
}

class Bars implements SeriesCursor {
  readonly symbol: string;
  readonly interval: Interval;
  index: number;
  nextCloseTime: number;

  readonly #series: CandleSeries;
  readonly #end: number;
  readonly #length: number;

  constructor(series: CandleSeries, index: number, end: number) {
    this.symbol = series.symbol;
    this.interval = series.interval;
    this.#series = series;
    this.#end = end;
    this.#length = INTERVAL_MS[series.interval];
    this.index = index;
    this.nextCloseTime = this.#closeTime(index);
  }

  take(): Candle {
    const index = this.index;
    if (index === this.#end) throw atEnd(this);
    this.index = index + 1;
    this.nextCloseTime = this.#closeTime(index + 1);
    return candleAt(this.#series, index);
  }

  #closeTime(index: number): number {
    return index < this.#end ? this.#series.openTime[index]! + this.#length : Infinity;
  }
}

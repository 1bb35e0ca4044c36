import type { Candle, CandleSeries } from '@org/domain';
import { INTERVAL_MS, InputError } from '@org/domain';

const MINUTE_MS = 60_000;
const TRADES_A_MINUTE = 4;
const FEWEST_TRADES = 4;
const MOST_TRADES = 240;

export interface CandlePathOptions {
  /** At least one bar. */
  readonly series: CandleSeries;
  /** How the volume of a bar is shared among its trades, and the book around the price. Default 1. */
  readonly seed?: number | string;
  /** Trades a bar, from 4. Default 4 a minute, at most 240. */
  readonly tradesPerBar?: number;
}

/** The same with nothing left open. */
export interface CandlePathTerms {
  readonly series: CandleSeries;
  readonly seed: number | string;
  readonly tradesPerBar: number;
  readonly barMs: number;
  /** How far the price usually goes in a bar, as a part of it. */
  readonly usualRange: number;
}

/** @throws InputError `candle-path-empty`, `candle-path-trades` */
export function candleTerms({ series, seed = 1, tradesPerBar }: CandlePathOptions): CandlePathTerms {
  if (series.openTime.length === 0) {
    throw new InputError('candle-path-empty', {
      what: `${series.symbol}: a market needs at least one candle`,
    });
  }
  const barMs = INTERVAL_MS[series.interval];
  const byLength = Math.min(MOST_TRADES, Math.floor((TRADES_A_MINUTE * barMs) / MINUTE_MS));
  const trades = tradesPerBar ?? Math.max(FEWEST_TRADES, byLength);
  if (!Number.isSafeInteger(trades) || trades < FEWEST_TRADES) {
    throw new InputError('candle-path-trades', {
      what: 'a bar is made of whole trades, one for each of its turns at least',
      found: String(trades),
      allowed: `whole numbers from ${FEWEST_TRADES}`,
    });
  }
  return { series, seed, tradesPerBar: trades, barMs, usualRange: usualRange(series) };
}

/** The bar at an index, which must be there. */
export function candleOf(series: CandleSeries, index: number): Candle {
  return {
    openTime: series.openTime[index]!,
    open: series.open[index]!,
    high: series.high[index]!,
    low: series.low[index]!,
    close: series.close[index]!,
    volume: series.volume[index]!,
  };
}

function usualRange({ open, high, low }: CandleSeries): number {
  let sum = 0;
  for (let bar = 0; bar < open.length; bar++) sum += (high[bar]! - low[bar]!) / open[bar]!;
  return sum / open.length;
}

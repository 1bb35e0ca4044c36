import type { Candle, CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { seriesOf } from '../lib/series/candle-columns.ts';

/** 2024-01-01 00:00 UTC, a Monday: every interval but three days opens here. */
export const START = 1_704_067_200_000;
export const MINUTE = INTERVAL_MS['1m'];
export const HOUR = INTERVAL_MS['1h'];
export const DAY = INTERVAL_MS['1d'];

/** A bar whose numbers follow from its open time, so that tests can tell bars apart; prices have two decimals. */
export function sampleCandle(openTime: number, salt = 0): Candle {
  const step = Math.round(openTime / 1000) + salt * 7919;
  const open = 100 + ((step * 31) % 997) / 100;
  const close = 100 + ((step * 17) % 991) / 100;
  return {
    openTime,
    open,
    high: Math.max(open, close) + 1,
    low: Math.min(open, close) - 1,
    close,
    volume: 1 + ((step * 13) % 101) / 10,
  };
}

/** A series with a bar at each of `positions`, counted in bars from `START`. */
export function sampleSeries(
  symbol: string,
  interval: Interval,
  positions: readonly number[],
  start = START,
): CandleSeries {
  const bars = positions.map((position) => sampleCandle(start + position * INTERVAL_MS[interval]));
  return seriesOf(symbol, interval, bars);
}

/** The numbers from 0 to `count` - 1. */
export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

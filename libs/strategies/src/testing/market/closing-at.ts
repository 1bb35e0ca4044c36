import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { seriesOf } from './bars-of.ts';

/** 2024-01-01 00:00 UTC, a Monday: every interval begins there. */
export const SAMPLE_START_MS = 1_704_067_200_000;

/** Bars that close at these prices, each opening where the one before closed, for stories of a few bars. */
export function closingAt(
  closes: readonly number[],
  { symbol, interval }: Pick<CandleSeries, 'symbol' | 'interval'> = { symbol: 'BTCUSDT', interval: '1h' },
): CandleSeries {
  const bars = closes.map((close, index) => {
    const open = closes[index - 1] ?? close;
    const openTime = SAMPLE_START_MS + index * INTERVAL_MS[interval];
    return { openTime, open, high: Math.max(open, close), low: Math.min(open, close), close, volume: 1_000 };
  });
  return seriesOf({ symbol, interval }, bars);
}

import type { Candle, CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS, barOpen } from '@org/domain';
import { barsOf, seriesOf } from './bars-of.ts';
import { groupBy } from './group-by.ts';

/** The same market in bars of a longer interval, without those that are not complete. */
export function widenBars(series: CandleSeries, interval: Interval): CandleSeries {
  const each = INTERVAL_MS[interval] / INTERVAL_MS[series.interval];
  const parts = groupBy(barsOf(series), (bar) => barOpen(bar.openTime, interval));
  const complete = [...parts].filter(([, bars]) => bars.length === each);
  return seriesOf(
    { symbol: series.symbol, interval },
    complete.map(([openTime, bars]) => joinBars(openTime, bars)),
  );
}

function joinBars(openTime: number, bars: readonly Candle[]): Candle {
  return {
    openTime,
    open: bars[0]?.open ?? NaN,
    high: Math.max(...bars.map((bar) => bar.high)),
    low: Math.min(...bars.map((bar) => bar.low)),
    close: bars.at(-1)?.close ?? NaN,
    volume: bars.reduce((sum, bar) => sum + bar.volume, 0),
  };
}

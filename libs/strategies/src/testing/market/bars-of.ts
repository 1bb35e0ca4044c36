import type { Candle, CandleSeries } from '@org/domain';

/** The bars of a series one by one. */
export function barsOf(series: CandleSeries): readonly Candle[] {
  return Array.from(series.openTime, (openTime, index) => ({
    openTime,
    open: series.open[index] ?? NaN,
    high: series.high[index] ?? NaN,
    low: series.low[index] ?? NaN,
    close: series.close[index] ?? NaN,
    volume: series.volume[index] ?? NaN,
  }));
}

/** The series of these bars. */
export function seriesOf(
  market: Pick<CandleSeries, 'symbol' | 'interval'>,
  bars: readonly Candle[],
): CandleSeries {
  const column = (field: keyof Candle) => Float64Array.from(bars, (bar) => bar[field]);
  const { symbol, interval } = market;
  return {
    ...{ symbol, interval, openTime: column('openTime'), open: column('open'), high: column('high') },
    ...{ low: column('low'), close: column('close'), volume: column('volume') },
  };
}

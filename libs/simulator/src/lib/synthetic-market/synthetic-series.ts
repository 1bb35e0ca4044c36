import type { CandleSeries } from '@org/domain';
import type { SyntheticMarketOptions } from './synthetic-market.ts';
import { syntheticMarket } from './synthetic-market.ts';

/** The first `bars` bars of a synthetic market, as columns. */
export function syntheticSeries(options: SyntheticMarketOptions, bars: number): CandleSeries {
  const market = syntheticMarket(options);
  const series = {
    symbol: market.symbol,
    interval: market.interval,
    openTime: new Float64Array(bars),
    open: new Float64Array(bars),
    high: new Float64Array(bars),
    low: new Float64Array(bars),
    close: new Float64Array(bars),
    volume: new Float64Array(bars),
  };
  for (let i = 0; i < bars; i++) {
    const candle = market.next();
    series.openTime[i] = candle.openTime;
    series.open[i] = candle.open;
    series.high[i] = candle.high;
    series.low[i] = candle.low;
    series.close[i] = candle.close;
    series.volume[i] = candle.volume;
  }
  return series;
}

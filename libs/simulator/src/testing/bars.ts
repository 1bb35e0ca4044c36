import type { CandleSeries } from '@org/domain';
import type { MarketTrade } from '../lib/exchange/exchange-event.ts';

/** Minutes of BTCUSDT from rows of open time, open, high, low, close, volume. */
export function seriesOf(rows: readonly (readonly number[])[]): CandleSeries {
  const column = (index: number): Float64Array => Float64Array.from(rows, (row) => row[index] ?? NaN);
  return {
    symbol: 'BTCUSDT',
    interval: '1m',
    openTime: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
  };
}

/** What was traded, as rows of open time, open, high, low, close, volume of each minute; prices in ticks, volume in lots. */
export function barsOf(trades: readonly MarketTrade[]): readonly (readonly number[])[] {
  const bars: number[][] = [];
  for (const { time, price, quantity } of trades) {
    const openTime = time - (time % 60_000);
    const bar = bars.at(-1);
    if (bar?.[0] === openTime) {
      bar[2] = Math.max(bar[2]!, price);
      bar[3] = Math.min(bar[3]!, price);
      bar[4] = price;
      bar[5]! += quantity;
    } else bars.push([openTime, price, price, price, price, quantity]);
  }
  return bars;
}

import type { Candle, CandleSeries, Interval } from '@org/domain';

/** The numbers of bars, whosever they are. */
export type CandleColumns = Omit<CandleSeries, 'symbol' | 'interval'>;

/** Columns for so many bars, all zero: to be written into. */
export function blankColumns(bars: number): CandleColumns {
  const column = () => new Float64Array(bars);
  return {
    openTime: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
}

/** The same as the series of a market. */
export function blankSeries(
  { symbol, interval }: Pick<CandleSeries, 'symbol' | 'interval'>,
  bars: number,
): CandleSeries {
  return { symbol, interval, ...blankColumns(bars) };
}

/** Makes a series from single bars, which must ascend in time. */
export function seriesOf(symbol: string, interval: Interval, candles: readonly Candle[]): CandleSeries {
  const column = (value: (candle: Candle) => number) => Float64Array.from(candles, value);
  return {
    symbol,
    interval,
    openTime: column(({ openTime }) => openTime),
    open: column(({ open }) => open),
    high: column(({ high }) => high),
    low: column(({ low }) => low),
    close: column(({ close }) => close),
    volume: column(({ volume }) => volume),
  };
}

/** The bar at `index`, which must exist, as an object of its own. */
export function candleAt(series: CandleSeries, index: number): Candle {
  return {
    openTime: series.openTime[index]!,
    open: series.open[index]!,
    high: series.high[index]!,
    low: series.low[index]!,
    close: series.close[index]!,
    volume: series.volume[index]!,
  };
}

/** The bars `[from, to)` by index, as a view: nothing is copied. */
export function sliceSeries(series: CandleSeries, from: number, to = series.openTime.length): CandleSeries {
  return {
    symbol: series.symbol,
    interval: series.interval,
    openTime: series.openTime.subarray(from, to),
    open: series.open.subarray(from, to),
    high: series.high.subarray(from, to),
    low: series.low.subarray(from, to),
    close: series.close.subarray(from, to),
    volume: series.volume.subarray(from, to),
  };
}

/** The index of the first bar that opens at `timeMs` or later; the number of bars if none does. */
export function firstIndexAt({ openTime }: CandleSeries, timeMs: number): number {
  let low = 0;
  let high = openTime.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (openTime[middle]! < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

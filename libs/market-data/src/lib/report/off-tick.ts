import type { CandleSeries, SpotInstrument } from '@org/domain';

/**
 * How many bars have a price that is no whole number of the instrument's ticks. Such prices stay as they were recorded
 * (the tick may have been finer then); only orders are brought to the tick.
 */
export function countOffTick(series: CandleSeries, { tick, tickSize }: SpotInstrument): number {
  const columns = [series.open, series.high, series.low, series.close];
  const units = Number(tick.units);
  const scale = 10 ** tick.decimals;
  let count = 0;
  for (let bar = 0; bar < series.openTime.length; bar++) {
    const offTick = columns.some((column) => {
      const value = column[bar]!;
      return (Math.round(value / tickSize) * units) / scale !== value;
    });
    if (offTick) count++;
  }
  return count;
}

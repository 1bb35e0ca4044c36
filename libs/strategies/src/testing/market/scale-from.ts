import type { CandleSeries } from '@org/domain';
import { barsOf, seriesOf } from './bars-of.ts';

/** The same bars, the prices from the bar at `index` on multiplied by `factor`. */
export function scaleFrom(series: CandleSeries, index: number, factor: number): CandleSeries {
  const bars = barsOf(series).map((bar, at) => {
    if (at < index) return bar;
    const { open, high, low, close } = bar;
    return { ...bar, open: open * factor, high: high * factor, low: low * factor, close: close * factor };
  });
  return seriesOf(series, bars);
}

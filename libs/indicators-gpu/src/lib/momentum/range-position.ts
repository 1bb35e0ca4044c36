import type { Memory } from '../indicator/memory.ts';
import { highest, lowest } from '../window/extremes/extreme.ts';

/**
 * Where the close stands between the lowest low and the highest high of the last `period` bars, in percent; 0 where
 * there is no range, NaN until there are as many bars.
 */
export function rangePosition(
  memory: Memory,
  period: number,
): (high: number, low: number, close: number) => number {
  const top = highest(memory, period);
  const bottom = lowest(memory, period);
  return (high, low, close) => {
    const floor = bottom.next(low);
    const range = top.next(high) - floor;
    return range === 0 ? 0 : ((close - floor) / range) * 100;
  };
}

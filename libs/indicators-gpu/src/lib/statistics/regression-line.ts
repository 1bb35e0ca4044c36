import type { Memory } from '../indicator/memory.ts';
import { movingWeightedSum } from '../window/moving-weighted-sum.ts';

/** The straight line that fits the last `period` values best, by least squares. */
export interface RegressionLine {
  /** Takes the next value; true when there is a line. */
  next(value: number): boolean;
  slope(): number;
  /** The line at a bar of the window: 0 is the oldest, `period - 1` the newest, `period` the bar to come. */
  at(bar: number): number;
}

export function regressionLine(memory: Memory, period: number): RegressionLine {
  const sums = movingWeightedSum(memory, period);
  const middle = (period + 1) / 2;
  const spread = (period * (period * period - 1)) / 12;
  const slope = (): number => (period === 1 ? 0 : (sums.weighted() - middle * sums.plain()) / spread);
  return {
    next: (value) => sums.next(value),
    slope,
    at: (bar) => sums.anchor() + (sums.plain() / period + slope() * (bar + 1 - middle)),
  };
}

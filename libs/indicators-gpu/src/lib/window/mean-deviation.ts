import type { Memory } from '../indicator/memory.ts';
import { slidingWindow } from './sliding-window.ts';

/** The mean of a window and how far its values are from it on average. */
export interface MeanDeviation {
  /** Takes the next value; true when the window is full. */
  next(value: number): boolean;
  mean(): number;
  deviation(): number;
}

/** Mean and mean absolute deviation of the last `period` values, both summed anew for every bar. */
export function meanDeviation(memory: Memory, period: number): MeanDeviation {
  const window = slidingWindow(memory, period);
  const latest = memory.fields({ mean: NaN, deviation: NaN });
  return {
    next: (value) => {
      if (!window.next(value)) return false;
      let sum = 0;
      for (let age = 0; age < period; age += 1) sum += window.at(age);
      const mean = sum / period;
      let distance = 0;
      for (let age = 0; age < period; age += 1) distance += Math.abs(window.at(age) - mean);
      latest.mean = mean;
      latest.deviation = distance / period;
      return true;
    },
    mean: () => latest.mean,
    deviation: () => latest.deviation,
  };
}

import type { Memory } from '../indicator/memory.ts';
import { movingMean } from '../window/moving-mean.ts';

/** The mean of a mean: weights that rise to the middle of the `period` values and fall again. */
export function triangular(memory: Memory, period: number): (value: number) => number {
  const shorter = Math.ceil(period / 2);
  const longer = Math.floor(period / 2) + 1;
  const first = movingMean(memory, shorter);
  const second = movingMean(memory, longer);
  return (value) => second(first(value));
}

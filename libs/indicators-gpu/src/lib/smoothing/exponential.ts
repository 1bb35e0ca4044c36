import type { Memory } from '../indicator/memory.ts';

/** The weight of the newest value in an exponential average of `period` bars. */
export const weightOf = (period: number): number => 2 / (period + 1);

/** How many bars until what came before weighs less than 1e-12, with `weight` for the newest value. */
export const bars1e12 = (weight: number): number =>
  weight >= 1 ? 0 : Math.ceil(Math.log(1e-12) / Math.log1p(-weight));

/**
 * The exponential average: each value moves it by `weight` of the distance. It begins, as TA-Lib does, with the
 * plain mean of the first `period` values, NaN before. A NaN before the first value is passed over.
 */
export function exponential(
  memory: Memory,
  period: number,
  weight = weightOf(period),
): (value: number) => number {
  const state = memory.fields({ average: 0, seen: 0 });
  return (value) => {
    if (value !== value) return NaN;
    if (state.seen >= period) {
      state.average += (value - state.average) * weight;
      return state.average;
    }
    state.seen += 1;
    state.average += value;
    if (state.seen < period) return NaN;
    state.average /= period;
    return state.average;
  };
}

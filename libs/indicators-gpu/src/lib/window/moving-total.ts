import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/** How far the total may fall below its highest before the roundings of the high one would show in it. */
export const worstFall = 1e3;

/**
 * The sum of the last `period` values that are all zero or more (volumes, ranges); NaN until there are as many. It
 * is made afresh every 4,096 bars, and at once when it has fallen a thousandfold, so that quiet bars after loud
 * ones are exact, and a window of zeros is zero. A NaN before the first value is passed over.
 */
export function movingTotal(memory: Memory, period: number): (value: number) => number {
  const window = memory.cells(period);
  const state = memory.fields({ total: 0, peak: 0, seen: 0, oldest: 0 });
  const refresh = (): void => {
    let total = 0;
    for (let i = state.oldest; i < period; i += 1) total += window[i]!;
    for (let i = 0; i < state.oldest; i += 1) total += window[i]!;
    state.total = total;
    state.peak = total;
  };
  return (value) => {
    if (value !== value) return NaN;
    const { oldest, seen } = state;
    const gone = window[oldest]!;
    window[oldest] = value;
    state.oldest = oldest + 1 === period ? 0 : oldest + 1;
    state.seen = seen + 1;
    if (seen + 1 < period) return NaN;
    if (seen + 1 === period || seen % refreshEvery === 0) refresh();
    else {
      state.total += value - gone;
      if (state.total > state.peak) state.peak = state.total;
      if (state.total * worstFall < state.peak) refresh();
    }
    return state.total;
  };
}

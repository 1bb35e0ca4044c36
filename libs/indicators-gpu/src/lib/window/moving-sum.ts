import type { Memory } from '../indicator/memory.ts';

/**
 * Bars between two fresh sums of a running window: what an outlier or ten million roundings left behind is gone
 * after as many bars. Batch forms make theirs at the same bars.
 */
export const refreshEvery = 4096;

/** The sum of the last `period` values; NaN until there are as many. A NaN before the first value is passed over. */
export function movingSum(memory: Memory, period: number): (value: number) => number {
  const window = memory.cells(period);
  const state = memory.fields({ sum: 0, seen: 0, oldest: 0 });
  return (value) => {
    if (value !== value) return NaN;
    const { oldest, seen } = state;
    const gone = window[oldest]!;
    window[oldest] = value;
    state.oldest = oldest + 1 === period ? 0 : oldest + 1;
    state.seen = seen + 1;
    if (seen + 1 < period) return NaN;
    if (seen + 1 === period || seen % refreshEvery === 0) state.sum = sumFrom(window, state.oldest);
    else state.sum += value - gone;
    return state.sum;
  };
}

function sumFrom(window: Float64Array, oldest: number): number {
  let sum = 0;
  for (let i = oldest; i < window.length; i += 1) sum += window[i]!;
  for (let i = 0; i < oldest; i += 1) sum += window[i]!;
  return sum;
}

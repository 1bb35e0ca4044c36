import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/**
 * The mean of the last `period` values; NaN until there are as many. A NaN before the first value is passed over.
 *
 * What is summed are the distances to an anchor, the oldest value of the window when the sum was last made afresh. So a
 * flat window has exactly its own value as mean, whatever the period, and no bar has to wait for a division.
 */
export function movingMean(memory: Memory, period: number): (value: number) => number {
  const window = memory.cells(period);
  const state = memory.fields({ anchor: 0, sum: 0, seen: 0, oldest: 0 });
  const share = 1 / period;
  return (value) => {
    if (value !== value) return NaN;
    const { oldest, seen } = state;
    const gone = window[oldest]!;
    window[oldest] = value;
    state.oldest = oldest + 1 === period ? 0 : oldest + 1;
    state.seen = seen + 1;
    if (seen + 1 < period) return NaN;
    if (seen + 1 === period || seen % refreshEvery === 0) {
      state.anchor = window[state.oldest]!;
      state.sum = distancesFrom(window, state.oldest, state.anchor);
    } else state.sum += value - gone;
    return state.anchor + state.sum * share;
  };
}

function distancesFrom(window: Float64Array, oldest: number, anchor: number): number {
  let sum = 0;
  for (let i = oldest; i < window.length; i += 1) sum += window[i]! - anchor;
  for (let i = 0; i < oldest; i += 1) sum += window[i]! - anchor;
  return sum;
}

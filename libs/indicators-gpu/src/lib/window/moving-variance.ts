import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/**
 * How far the sum of squares may have grown beyond what is left of it before its rounding would show: then the
 * window is summed afresh, around its own mean.
 */
export const worstCancellation = 1e4;

/** Mean and population variance of a window. */
export interface Spread {
  /** Takes the next value; true when the window is full and `mean` and `variance` are its. */
  next(value: number): boolean;
  mean(): number;
  variance(): number;
}

/**
 * Mean and population variance of the last `period` values, from running sums of the distances to an anchor near
 * the prices. The sums are made afresh around a new anchor every 4,096 bars, and at once when cancellation would
 * cost more than four digits, so that one part in a billion is kept through jumps and outliers.
 */
export function movingVariance(memory: Memory, period: number): Spread {
  const window = memory.cells(period);
  const share = 1 / period;
  const state = memory.fields({
    seen: 0,
    oldest: 0,
    anchor: 0,
    sum: 0,
    squares: 0,
    peak: 0,
    mean: 0,
    variance: 0,
  });
  const refresh = (): void => {
    const { oldest } = state;
    const anchor = meanFrom(window, oldest);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < period; i += 1) {
      const distance = window[oldest + i < period ? oldest + i : oldest + i - period]! - anchor;
      sum += distance;
      squares += distance * distance;
    }
    state.anchor = anchor;
    state.sum = sum;
    state.squares = squares;
    state.peak = squares;
  };
  return {
    next: (value) => {
      if (value !== value) return false;
      const { oldest, seen, anchor } = state;
      const gone = window[oldest]! - anchor;
      window[oldest] = value;
      state.oldest = oldest + 1 === period ? 0 : oldest + 1;
      state.seen = seen + 1;
      if (seen + 1 < period) return false;
      if (seen + 1 === period || seen % refreshEvery === 0) refresh();
      else {
        const come = value - anchor;
        state.sum += come - gone;
        state.squares += come * come - gone * gone;
        if (state.squares > state.peak) state.peak = state.squares;
        if ((state.squares - state.sum * (state.sum * share)) * worstCancellation < state.peak) refresh();
      }
      const offset = state.sum * share;
      const variance = (state.squares - state.sum * offset) * share;
      state.mean = state.anchor + offset;
      state.variance = variance > 0 ? variance : 0;
      return true;
    },
    mean: () => state.mean,
    variance: () => state.variance,
  };
}

function meanFrom(window: Float64Array, oldest: number): number {
  const first = window[oldest]!;
  let sum = 0;
  for (let i = oldest; i < window.length; i += 1) sum += window[i]! - first;
  for (let i = 0; i < oldest; i += 1) sum += window[i]! - first;
  return first + sum / window.length;
}

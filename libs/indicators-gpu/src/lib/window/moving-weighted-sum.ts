import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';

/** Sums over a window, of the distances to an anchor near the values. */
export interface WeightedSum {
  /** Takes the next value; true when the window is full. */
  next(value: number): boolean;
  anchor(): number;
  /** The plain sum. */
  plain(): number;
  /** The sum in which the newest value counts `period` times and the oldest once. */
  weighted(): number;
}

/**
 * Both sums of the last `period` values, made afresh around a new anchor every 4,096 bars; distances instead of
 * prices keep the digits that a slope is made of. A NaN before the first value is passed over.
 */
export function movingWeightedSum(memory: Memory, period: number): WeightedSum {
  const window = memory.cells(period);
  const state = memory.fields({ anchor: 0, plain: 0, weighted: 0, seen: 0, oldest: 0 });
  const refresh = (): void => {
    const anchor = window[state.oldest]!;
    state.anchor = anchor;
    state.plain = 0;
    state.weighted = 0;
    for (let i = 0; i < period; i += 1) {
      const at = state.oldest + i;
      const distance = window[at < period ? at : at - period]! - anchor;
      state.plain += distance;
      state.weighted += distance * (i + 1);
    }
  };
  return {
    next: (value) => {
      if (value !== value) return false;
      const { oldest, seen, anchor } = state;
      const gone = window[oldest]!;
      window[oldest] = value;
      state.oldest = oldest + 1 === period ? 0 : oldest + 1;
      state.seen = seen + 1;
      if (seen + 1 < period) return false;
      if (seen + 1 === period || seen % refreshEvery === 0) refresh();
      else {
        state.weighted += (value - anchor) * period - state.plain;
        state.plain += value - gone;
      }
      return true;
    },
    anchor: () => state.anchor,
    plain: () => state.plain,
    weighted: () => state.weighted,
  };
}

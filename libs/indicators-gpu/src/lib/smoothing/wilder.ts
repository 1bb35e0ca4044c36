import type { Memory } from '../indicator/memory.ts';

/**
 * Wilder's average: the old one weighs `period - 1` parts, the new value one. It begins with the plain mean of the
 * first `period` values, NaN before. A NaN before the first value is passed over.
 */
export function wilder(memory: Memory, period: number): (value: number) => number {
  const state = memory.fields({ average: 0, seen: 0 });
  const keep = (period - 1) / period;
  const share = 1 / period;
  return (value) => {
    if (value !== value) return NaN;
    if (state.seen >= period) {
      state.average = state.average * keep + value * share;
      return state.average;
    }
    state.seen += 1;
    state.average += value;
    if (state.seen < period) return NaN;
    state.average /= period;
    return state.average;
  };
}

import type { Memory } from '../indicator/memory.ts';

/** The last `period` values themselves, for what can only be computed by looking at all of them. */
export interface SlidingWindow {
  /** Takes the next value; true when the window is full. A NaN before the first value is passed over. */
  next(value: number): boolean;
  /** The value of `age` bars ago, 0 being the newest. */
  at(age: number): number;
}

export function slidingWindow(memory: Memory, period: number): SlidingWindow {
  const window = memory.cells(period);
  const state = memory.fields({ seen: 0, newest: 0 });
  return {
    next: (value) => {
      if (value !== value) return false;
      state.newest = state.newest + 1 >= period ? 0 : state.newest + 1;
      window[state.newest] = value;
      if (state.seen < period) state.seen += 1;
      return state.seen === period;
    },
    at: (age) => window[age <= state.newest ? state.newest - age : state.newest - age + period]!,
  };
}

import type { Memory } from '../indicator/memory.ts';

/** Whatever came before: the value of the bar before this one, NaN at the first. */
export function previous(memory: Memory): (value: number) => number {
  const state = memory.fields({ last: NaN });
  return (value) => {
    const { last } = state;
    state.last = value;
    return last;
  };
}

/** Holds the first `bars` values back, so that what follows starts later; NaN meanwhile. */
export function skip(memory: Memory, bars: number): (value: number) => number {
  const state = memory.fields({ skipped: 0 });
  return (value) => {
    if (value !== value || state.skipped === bars) return value;
    state.skipped += 1;
    return NaN;
  };
}

import type { Memory } from '../indicator/memory.ts';

/** The value of `bars` bars ago; NaN until there is one. A NaN before the first value is passed over. */
export function delay(memory: Memory, bars: number): (value: number) => number {
  const window = memory.cells(bars);
  const state = memory.fields({ seen: 0, oldest: 0 });
  return (value) => {
    if (value !== value) return NaN;
    if (bars === 0) return value;
    const { oldest } = state;
    const past = window[oldest]!;
    window[oldest] = value;
    state.oldest = oldest + 1 === bars ? 0 : oldest + 1;
    if (state.seen === bars) return past;
    state.seen += 1;
    return NaN;
  };
}

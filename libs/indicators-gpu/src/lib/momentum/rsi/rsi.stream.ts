import type { Memory } from '../../indicator/memory.ts';

/** The share of the rises in all moves, in percent, one value at a time. A NaN before the first value is passed over. */
export function relativeStrength(memory: Memory, period: number): (value: number) => number {
  const state = memory.fields({ last: NaN, gain: 0, loss: 0, seen: 0 });
  const keep = (period - 1) / period;
  const halfShare = 0.5 / period;
  return (value) => {
    const change = value - state.last;
    state.last = value;
    if (change !== change) return NaN;
    const size = Math.abs(change);
    const rise = (size + change) * halfShare;
    const fall = (size - change) * halfShare;
    if (state.seen >= period) {
      state.gain = state.gain * keep + rise;
      state.loss = state.loss * keep + fall;
    } else {
      state.seen += 1;
      state.gain += rise;
      state.loss += fall;
      if (state.seen < period) return NaN;
    }
    const moved = state.gain + state.loss;
    return moved === 0 ? 0 : (state.gain / moved) * 100;
  };
}

import type { Memory } from '../indicator/memory.ts';
import { trueRangeOf } from '../volatility/true-range.ts';

/** Wilder's directional movement: running sums of the moves up, the moves down, and the true range. */
export interface DirectionalMovement {
  /** Takes the next bar; true from the bar on at which the sums count. */
  next(high: number, low: number, close: number): boolean;
  up(): number;
  down(): number;
  range(): number;
  /** Moves that the sums hold so far. */
  bars(): number;
}

/**
 * A bar moves in the direction in which it reaches further beyond the bar before, by as much. Each sum begins with
 * `period - 1` bars and then loses one part in `period` for every bar that is added, as TA-Lib does it.
 */
export function directionalMovement(memory: Memory, period: number): DirectionalMovement {
  const state = memory.fields({ high: NaN, low: NaN, close: NaN, seen: 0, up: 0, down: 0, range: 0 });
  const fade = (period - 1) / period;
  return {
    next: (high, low, close) => {
      const higher = high - state.high;
      const lower = state.low - low;
      const range = trueRangeOf(high, low, state.close);
      state.high = high;
      state.low = low;
      state.close = close;
      if (higher !== higher) return false;
      const up = (Math.abs(higher) + higher) * 0.5;
      const down = (Math.abs(lower) + lower) * 0.5;
      const keep = state.seen < period - 1 ? 1 : fade;
      state.up = state.up * keep + up * +(up > down);
      state.down = state.down * keep + down * +(down > up);
      state.range = state.range * keep + range;
      state.seen += 1;
      return state.seen >= period;
    },
    up: () => state.up,
    down: () => state.down,
    range: () => state.range,
    bars: () => state.seen,
  };
}

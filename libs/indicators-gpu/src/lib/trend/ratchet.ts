import type { Memory } from '../indicator/memory.ts';

/** A trailing band: below the price it only rises, above it only falls, until the close crosses it. */
export interface Ratchet {
  /** The side is guessed for the first bar only: 1 when the price stands high, -1 when low. */
  next(upper: number, lower: number, close: number, firstSide: 1 | -1): void;
  /** The band that counts: the lower one while long. */
  stop(): number;
  /** 1 while long, -1 while short. */
  side(): number;
}

/** The band of Supertrend and of the ATR trailing stop. */
export function ratchet(memory: Memory): Ratchet {
  const state = memory.fields({ upper: NaN, lower: NaN, close: NaN, side: 0 });
  return {
    next: (upper, lower, close, firstSide) => {
      if (state.side === 0) state.side = firstSide;
      if (!(upper >= state.upper) || state.close > state.upper) state.upper = upper;
      if (!(lower <= state.lower) || state.close < state.lower) state.lower = lower;
      state.side = close <= (state.side > 0 ? state.lower : state.upper) ? -1 : 1;
      state.close = close;
    },
    stop: () => (state.side > 0 ? state.lower : state.upper),
    side: () => state.side,
  };
}

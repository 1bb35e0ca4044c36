import { adx, atr, bbands, ema, macd, obv, rollingVwap, rsi, sma, stoch, vwap } from '../src/index.ts';
import type { Job } from './rounds.ts';
import type { AllColumns } from './series.ts';

/** The ten indicators of the benchmark, and how many yardsticks each may take. */
export const limits = {
  sma: 1.2,
  ema: 2.2,
  rsi: 2.2,
  macd: 2.8,
  bbands: 3,
  atr: 2.4,
  stoch: 5.5,
  adx: 4,
  obv: 1.8,
  vwap: 4,
} as const;

export type Measured = keyof typeof limits;

export const measured: readonly Measured[] = [
  ...(['sma', 'ema', 'rsi', 'macd', 'bbands', 'atr', 'stoch', 'adx', 'obv', 'vwap'] as const),
];

/** One job for each, into columns that are there already. `vwap` is that of a window, as the peers have it. */
export function ours(bars: AllColumns): Record<Measured, Job> {
  const [a, b, c] = [0, 1, 2].map(() => new Float64Array(bars.close.length));
  const out = { a: a ?? new Float64Array(), b: b ?? new Float64Array(), c: c ?? new Float64Array() };
  return {
    sma: () => sma(bars, { period: 20 }, out.a),
    ema: () => ema(bars, { period: 20 }, out.a),
    rsi: () => rsi(bars, { period: 14 }, out.a),
    macd: () => macd(bars, {}, { macd: out.a, signal: out.b, histogram: out.c }).macd,
    bbands: () => bbands(bars, { period: 20 }, { upper: out.a, middle: out.b, lower: out.c }).upper,
    atr: () => atr(bars, { period: 14 }, out.a),
    stoch: () => stoch(bars, { period: 14, smooth: 3, signal: 3 }, { k: out.a, d: out.b }).k,
    adx: () => adx(bars, { period: 14 }, out.a),
    obv: () => obv(bars, {}, out.a),
    vwap: () => rollingVwap(bars, { period: 20 }, out.a),
  };
}

/** The average price of a session, which no peer has in this form. */
export function ofSession(bars: AllColumns): Job {
  const out = new Float64Array(bars.close.length);
  return () => vwap(bars, { session: 'day' }, out);
}

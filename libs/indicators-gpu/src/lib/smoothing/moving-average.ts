import { choice } from '../indicator/option.ts';
import type { Memory } from '../indicator/memory.ts';
import { movingMean } from '../window/moving-mean.ts';
import { movingWeightedSum } from '../window/moving-weighted-sum.ts';
import { kaufman, kaufmanStableAfter } from './kaufman.ts';
import { bars1e12, exponential, weightOf } from './exponential.ts';
import { doubleExponential, tilson, tripleExponential } from './exponential-chain.ts';
import { triangular } from './triangular.ts';

/** The averages that other indicators take as an option, by TA-Lib's names. */
export const maTypes = ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 't3'] as const;

/** One of the averages that other indicators take as an option. */
export type MaType = (typeof maTypes)[number];

/** One average: how it is opened, and when it is warm and stable. */
export interface MovingAverage {
  open(memory: Memory, period: number): (value: number) => number;
  warmUp(period: number): number;
  stableAfter(period: number): number;
}

/** `stages` exponential averages behind one another: each is warm and stable only after the one before. */
const exponentialStages = (stages: number) => ({
  warmUp: (period: number) => stages * (period - 1),
  stableAfter: (period: number) => stages * (period - 1 + 2 * bars1e12(weightOf(period))),
});

const windowed = { warmUp: (period: number) => period - 1, stableAfter: (period: number) => period - 1 };

/** The shared table of averages. */
export const movingAverages: Readonly<Record<MaType, MovingAverage>> = {
  sma: { ...windowed, open: movingMean },
  ema: { ...exponentialStages(1), open: (memory, period) => exponential(memory, period) },
  wma: { ...windowed, open: weighted },
  dema: { ...exponentialStages(2), open: doubleExponential },
  tema: { ...exponentialStages(3), open: tripleExponential },
  trima: { ...windowed, open: triangular },
  kama: {
    open: (memory, period) => kaufman(memory, period, 2, 30),
    warmUp: (period) => period,
    stableAfter: (period) => kaufmanStableAfter(period, 30),
  },
  t3: { ...exponentialStages(6), open: (memory, period) => tilson(memory, period, 0.7) },
};

/** The option that chooses an average. */
export const maType = (standard: MaType) => choice(standard, maTypes, 'The kind of moving average.');

/** The mean in which the newest of `period` values counts `period` times and the oldest once. */
export function weighted(memory: Memory, period: number): (value: number) => number {
  const sums = movingWeightedSum(memory, period);
  const weights = (period * (period + 1)) / 2;
  return (value) => (sums.next(value) ? sums.anchor() + sums.weighted() / weights : NaN);
}

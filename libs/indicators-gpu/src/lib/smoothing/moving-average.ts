import { choice } from '../indicator/option.ts';
import { Memory } from '../indicator/memory.ts';
import { MovingMean } from '../window/moving-mean.ts';
import { MovingWeightedSum } from '../window/moving-weighted-sum.ts';
import { kaufman, kaufmanStableAfter } from './kaufman.ts';
import { Exponential, bars1e12, weightOf } from './exponential.ts';
import { DoubleExponential, TripleExponential } from './exponential-chain.ts';
import { tilson } from './tilson.ts';
import { Triangular } from './triangular.ts';

/** The averages that other indicators take as an option, by TA-Lib's names. */
export const maTypes = ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 't3'] as const;

/** One of the averages that other indicators take as an option. */
export type MaType = (typeof maTypes)[number];

/** An average at work: NaN until it is warm. */
export interface Average {
  next(value: number): number;
}

/** One that can also be given the cells of a stream, which saves the way over the memory. */
export interface CellAverage extends Average {
  take(value: number, cells: Float64Array, at: number): number;
}

/** One average: how it is opened, and when it is warm and stable. */
export interface MovingAverage {
  open(memory: Memory, period: number): Average;
  warmUp(period: number): number;
  stableAfter(period: number): number;
}

/** One of a window: it is warm and stable once the window is full. */
/* @__NO_SIDE_EFFECTS__ */
function ofWindow(open: MovingAverage['open']): MovingAverage {
  return { open, warmUp: (period) => period - 1, stableAfter: (period) => period - 1 };
}

/** One of `stages` exponential averages behind one another: each is warm and stable only after the one before. */
/* @__NO_SIDE_EFFECTS__ */
function ofStages(stages: number, open: MovingAverage['open']): MovingAverage {
  return {
    open,
    warmUp: (period) => stages * (period - 1),
    stableAfter: (period) => stages * (period - 1 + 2 * bars1e12(weightOf(period))),
  };
}

/** The shared table of averages. */
export const movingAverages: Readonly<Record<MaType, MovingAverage>> = {
  sma: ofWindow((memory, period) => new MovingMean(memory, period)),
  ema: ofStages(1, (memory, period) => new Exponential(memory, period)),
  wma: ofWindow((memory, period) => new Weighted(memory, period)),
  dema: ofStages(2, (memory, period) => new DoubleExponential(memory, period)),
  tema: ofStages(3, (memory, period) => new TripleExponential(memory, period)),
  trima: ofWindow((memory, period) => new Triangular(memory, period)),
  kama: {
    open: (memory, period) => ({ next: kaufman(memory, period, 2, 30) }),
    warmUp: (period) => period,
    stableAfter: (period) => kaufmanStableAfter(period, 30),
  },
  t3: ofStages(6, (memory, period) => ({ next: tilson(memory, period, 0.7) })),
};

/** An average for one pass over a column, with a memory of its own. */
export function averageAlone(kind: MovingAverage, period: number): Average {
  const memory = new Memory();
  const average = kind.open(memory, period);
  memory.beginPass();
  return average;
}

/** The option that chooses an average. */
/* @__NO_SIDE_EFFECTS__ */
export function maType(standard: MaType) {
  return choice(standard, maTypes, 'The kind of moving average.');
}

/** The mean in which the newest of `period` values counts `period` times and the oldest once. */
export class Weighted {
  readonly #sums: MovingWeightedSum;
  readonly #weights: number;

  constructor(memory: Memory, period: number) {
    this.#sums = new MovingWeightedSum(memory, period);
    this.#weights = (period * (period + 1)) / 2;
  }

  next(value: number): number {
    return this.#sums.next(value) ? this.#sums.anchor + this.#sums.weighted / this.#weights : NaN;
  }
}

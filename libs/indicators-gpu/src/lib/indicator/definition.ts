import type { Field } from './bar.ts';
import type { OptionSpecs, OptionsOf } from './option.ts';

/** The chapters of the catalogue. */
export type Group =
  'overlap' | 'momentum' | 'volume' | 'volatility' | 'price' | 'statistics' | 'trend' | 'structure';

/** What the values are measured in. */
export type Unit =
  'price' | 'percent' | 'ratio' | 'volume' | 'index' | 'degrees' | 'price squared' | 'flag' | 'bars';

/** The same function in TA-Lib, and how its parameters and results are called there. */
export interface TalibTwin {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Why options that are fine one by one do not go together. */
export interface Refusal {
  readonly option: string;
  readonly got: string;
  readonly allowed: string;
}

/** What every definition says about its indicator, whatever its inputs and outputs. */
export interface Description<
  S extends OptionSpecs,
  I extends readonly [Field, ...Field[]],
  N extends readonly [string, ...string[]],
> {
  readonly name: string;
  readonly title: string;
  readonly group: Group;
  /** What it tells a trader, in a sentence or two. */
  readonly about: string;
  /** How it is computed, and whose definition is followed. */
  readonly formula: string;
  readonly inputs: I;
  readonly outputs: N;
  readonly options: S;
  readonly refuse?: (options: OptionsOf<S>) => Refusal | undefined;
  /** The index at which every output has a value. */
  readonly warmUp: (options: OptionsOf<S>) => number;
  /** `window`: a value depends on a bounded number of bars. `recursive`: on all of them, ever less. */
  readonly memory: 'window' | 'recursive';
  /**
   * The index from which another start of the data changes the value by less than 1e-12 of the difference at the
   * start; `Infinity` where the start is never forgotten. A window needs none: it has forgotten when it is warm.
   */
  readonly stableAfter?: (options: OptionsOf<S>) => number;
  readonly unit: Unit;
  readonly range?: readonly [number, number];
  /** Whether it is drawn over the prices. */
  readonly overlay: boolean;
  /** Bars by which an output is drawn ahead (positive) or back (negative); the column itself is never moved. */
  readonly shift?: (options: OptionsOf<S>) => Readonly<Partial<Record<N[number], number>>>;
  /** Present where the time of one bar grows with the period. */
  readonly cost?: 'period';
  /**
   * Present where values do not stand on every bar from the warm-up on: they begin with a session of the calendar,
   * or stand only where something happened. The warm-up is then the earliest index.
   */
  readonly sparse?: 'calendar' | 'events';
  /** What a kernel of its own may differ by, see the row. Without a kernel it is the rounding to 32 bits. */
  readonly gpuTolerance?: number;
  readonly talib?: TalibTwin;
  /**
   * Fills whole 64-bit columns, inputs first and then outputs, with the same bits that the step gives. It may
   * assume that every value is finite; when one was not it answers false, and the frame starts over with the step.
   */
  readonly batch?: (options: OptionsOf<S>, ...columns: Float64Array[]) => boolean;
}

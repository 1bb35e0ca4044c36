import type { Field } from './bar.ts';
import type { Column, OutColumn } from './column.ts';
import type { Fields, Names } from './engine.ts';
import type { GivenOptions, OptionSpecs } from './option.ts';
import type { Row } from './row.ts';
import type { StreamControl } from './live.ts';

/** What an indicator does not read may come along, whatever it is. */
type Others = Readonly<Partial<Record<Field, unknown>>>;

/** Columns by the names of the inputs; for one input, the column alone will do. */
export type Input<I extends Fields> = I extends readonly [infer F extends Field]
  ? Column | Readonly<Record<F, Column>>
  : Readonly<Record<I[number], Column>> & Others;

/** One bar by the names of the inputs; for one input, the number alone will do. */
export type BarInput<I extends Fields> = I extends readonly [infer F extends Field]
  ? number | Readonly<Record<F, number>>
  : Readonly<Record<I[number], number>> & Others;

/** One bar at a time, with one output: NaN until it is warm. */
export interface LineStream<I extends Fields> extends StreamControl {
  next(bar: BarInput<I>): number;
}

/** One bar at a time, with several outputs: the record that `next` returns is reused. */
export interface LinesStream<I extends Fields, N extends Names> extends StreamControl {
  next(bar: BarInput<I>): Readonly<Record<N[number], number>>;
}

interface Common<S extends OptionSpecs> {
  /** The index at which every output has a value. */
  warmUp(options?: GivenOptions<S>): number;
  /** The same indicator for loops that do not know it. */
  readonly row: Row;
}

/**
 * An indicator with one output: a column of the input's length, NaN before the warm-up. A third argument is
 * written into and returned, and nothing is allocated.
 */
export interface LineIndicator<S extends OptionSpecs, I extends Fields> extends Common<S> {
  (input: Input<I>, options?: GivenOptions<S>): Float64Array;
  <C extends OutColumn>(input: Input<I>, options: GivenOptions<S> | undefined, out: C): C;
  stream(options?: GivenOptions<S>): LineStream<I>;
}

/**
 * An indicator with several outputs: a record of columns of the input's length, NaN before the warm-up. A third
 * argument is written into and returned, and nothing is allocated.
 */
export interface LinesIndicator<S extends OptionSpecs, I extends Fields, N extends Names> extends Common<S> {
  (input: Input<I>, options?: GivenOptions<S>): Record<N[number], Float64Array>;
  <R extends Readonly<Record<N[number], OutColumn>>>(
    input: Input<I>,
    options: GivenOptions<S> | undefined,
    out: R,
  ): R;
  stream(options?: GivenOptions<S>): LinesStream<I, N>;
}

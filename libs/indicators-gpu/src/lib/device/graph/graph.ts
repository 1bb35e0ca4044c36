import type { Field } from '../../indicator/bar.ts';
import type { ParameterSet } from '../input/parameter-sets.ts';

/** Where an operand comes from: a column that is uploaded, or an earlier step of the same plan. */
export interface Reference {
  readonly from: 'column' | 'step';
  readonly index: number;
}

/** Something that a kernel reads, and the source text by which it reads one bar of the series and set at hand. */
export interface Operand {
  readonly reference: Reference;
  at(argument: string, bar: string): string;
}

export type KernelArgument = Operand | number | readonly number[];

/**
 * The work of one indicator on the device, put together from kernels; nothing is computed while it is built. A kernel is
 * source text, since minifiers, coverage and bundlers change functions. In it `this.thread.x` is the bar,
 * `this.thread.y` the set of parameters and `this.thread.z` the series; it computes one value and gathers what it needs.
 */
export interface Graph {
  /** Prices above the series' base: `[0]` the coarse and `[1]` the fine part, each `[series][bar]`. */
  level(field: Field): Operand;
  /** Changes from the bar before, zero at the first: parts like those of the level. */
  change(field: Field): Operand;
  /** Values as they are: `[0][series][bar]`. */
  amount(field: Field): Operand;
  /** The last bar at which the field changed: `[0][series][bar]`. */
  lastChange(field: Field): Operand;
  /** The last bar that moved in one direction, as the directional movement has it: `[0][series][bar]`. */
  lastMove(): Operand;
  /** The first bar of the session, for each kind of session: `[kind][series][bar]`. */
  sessionStarts(kinds: readonly string[]): Operand;
  /** Runs a kernel for every bar of every series: `[series][0][bar]`. */
  perSeries(source: string, ...values: readonly KernelArgument[]): Operand;
  /** Runs a kernel for every bar of every series and set: `[series][set][bar]`. */
  perSet(source: string, ...values: readonly KernelArgument[]): Operand;
  readonly bars: number;
}

/** How an indicator is computed on a device. */
export interface Twin {
  readonly indicator: string;
  /** `level`: outputs move with the prices, so that the base is added again; `difference`: they do not. */
  readonly lines: 'level' | 'difference';
  /** Whether the device can compute these options; it can compute all where this is left out. */
  covers?(options: ParameterSet): boolean;
  /** The outputs by name, in the order of the row. */
  plan(graph: Graph, sets: readonly ParameterSet[]): Readonly<Record<string, Operand>>;
}

/** One numeric option of all sets. */
export function numbers(sets: readonly ParameterSet[], name: string): number[] {
  return sets.map((set) => Number(set[name]));
}

import { ColumnError } from '../errors/column-error.ts';
import type { Field, LooseBar } from './bar.ts';
import { readColumns } from './column.ts';
import type { LooseColumns, OutColumn, ReadColumns } from './column.ts';
import type { Group, TalibTwin, Unit } from './definition.ts';
import type { Engine, Fields, Names } from './engine.ts';
import { keyed } from './keyed.ts';
import type { ChoiceOption, LooseOptions, NumberOption, OptionSpecs } from './option.ts';
import { checkOutputs } from './output.ts';
import type { StreamControl } from './live.ts';

/** An option with its name. */
export type OptionRow = (NumberOption | ChoiceOption) & { readonly name: string };

/** A stream over whole bars, the same for every indicator. The record that `next` returns is reused. */
export interface RowStream extends StreamControl {
  next(bar: LooseBar): Readonly<Record<string, number>>;
}

/** One indicator for loops that do not know it: documents, tests, benchmarks, strategies that name it. */
export interface Row {
  /** Under which it is exported and found. */
  readonly name: string;
  readonly title: string;
  /** The chapter of the catalogue. */
  readonly group: Group;
  /** What it tells a trader, in a sentence or two. */
  readonly about: string;
  /** How it is computed, and whose definition is followed. */
  readonly formula: string;
  readonly inputs: readonly Field[];
  readonly outputs: readonly string[];
  readonly options: readonly OptionRow[];
  /** What the values are measured in. */
  readonly unit: Unit;
  /**
   * The least and the greatest value that there can be where the close of a bar is between its low and its high; undefined
   * without such bounds. Averages that overshoot (dema, tema, t3) go beyond where an option chooses them.
   */
  readonly range: readonly [number, number] | undefined;
  /** Whether it is drawn over the prices. */
  readonly overlay: boolean;
  /** `window`: a value depends on a bounded number of bars. `recursive`: on all of them, ever less. */
  readonly memory: 'window' | 'recursive';
  /** `period` where the time of one bar grows with it. */
  readonly cost: 'period' | undefined;
  /** Where not every bar from the warm-up on has a value: only those of a session, or where something happened. */
  readonly sparse: 'calendar' | 'events' | undefined;
  /**
   * The largest difference of what a device computes, relative to the largest value of the series. An indicator without
   * a kernel is computed by the processor and rounded to 32 bits, which is all that it differs by.
   */
  readonly gpuTolerance: number;
  /** The same function in TA-Lib, where it has it. */
  readonly talib: TalibTwin | undefined;
  /**
   * The options that were given, completed with the defaults.
   * @throws OptionError
   */
  complete(options?: LooseOptions): Readonly<Record<string, number | string>>;
  /** The index at which every output has a value. */
  warmUp(options?: LooseOptions): number;
  /** The index from which the start of the data no longer matters; `Infinity` where it always does. */
  stableAfter(options?: LooseOptions): number;
  /** Bars by which outputs are drawn ahead or back. */
  shift(options?: LooseOptions): Readonly<Partial<Record<string, number>>>;
  /**
   * Computes new columns. `source` names another field for an indicator that reads one column.
   * @throws OptionError, ColumnError
   */
  run(columns: LooseColumns, options?: LooseOptions, source?: Field): Record<string, Float64Array>;
  /**
   * Computes into columns that the caller owns, allocating none.
   * @throws OptionError, ColumnError, OutputError
   */
  fill(
    columns: LooseColumns,
    out: Readonly<Record<string, OutColumn>>,
    options?: LooseOptions,
    source?: Field,
  ): void;
  /**
   * Begins a stream of bars.
   * @throws OptionError, ColumnError
   */
  open(options?: LooseOptions, source?: Field): RowStream;
}

/** Half of the distance between two neighbouring 32-bit numbers, as a part of their size. */
const roundingTo32Bits = 2 ** -24;

export function createRow<S extends OptionSpecs, I extends Fields, N extends Names>(
  engine: Engine<S, I, N, unknown>,
): Row {
  const { shift, options, range, cost, sparse, gpuTolerance, talib, ...facts } = engine.description;
  const { name, title, group, about, formula, inputs, outputs, unit, overlay, memory } = facts;
  const read = (columns: LooseColumns, source?: Field): ReadColumns =>
    readColumns(name, chooseFields(name, inputs, source), columns);
  return {
    ...{ name, title, group, about, formula, inputs, outputs, unit, overlay, memory },
    ...{ range, cost, sparse, talib },
    gpuTolerance: gpuTolerance ?? roundingTo32Bits,
    options: Object.entries(options).map(([option, spec]) => ({ name: option, ...spec })),
    complete: (given) => engine.resolve(given),
    warmUp: (given) => engine.warmUp(given),
    stableAfter: (given) => engine.stableAfter(given),
    shift: (given) => shift?.(engine.resolve(given)) ?? {},
    run: (columns, given, source) => {
      const chosen = engine.resolve(given);
      const read64 = read(columns, source);
      const out = keyed(outputs, () => new Float64Array(read64[0].length));
      engine.compute(read64, chosen, Object.values(out));
      return out;
    },
    fill: (columns, out, given, source) => {
      const chosen = engine.resolve(given);
      const from = read(columns, source);
      const targets = outputs.map((output) => out[output]);
      engine.compute(from, chosen, checkOutputs(name, outputs, targets, from));
    },
    open: (given, source) => {
      const chosen = engine.resolve(given);
      return engine.start(chosen, chooseFields(name, inputs, source));
    },
  };
}

function chooseFields(indicator: string, inputs: Fields, source: Field | undefined): Fields {
  if (source === undefined) return inputs;
  if (inputs.length === 1) return [source];
  throw new ColumnError(indicator, source, {
    got: 'a source for an indicator that reads several columns',
    allowed: inputs.join(', '),
    hint: 'Leave the source out.',
  });
}

import type { CellAverage } from '../smoothing/moving-average.ts';
import { barRead } from './bar-reader.ts';
import { goByBar } from './by-bar.ts';
import { readColumns } from './column.ts';
import type { OutColumn, ReadColumns } from './column.ts';
import type { Description } from './definition.ts';
import { Engine } from './engine.ts';
import type { Fields } from './engine.ts';
import { LiveLine } from './live-line.ts';
import { LiveNamedLine } from './live-lines.ts';
import type { Memory } from './memory.ts';
import type { GivenOptions, OptionSpecs, OptionsOf } from './option.ts';
import { checkOutputs } from './output.ts';
import { Programs } from './program.ts';
import type { Program } from './program.ts';
import { createRow } from './row.ts';
import type { Inputs, LineStep } from './step.ts';
import type { Input, LineIndicator, LineStream } from './typed.ts';

type Described<S extends OptionSpecs, I extends Fields> = Description<S, I, readonly [string]>;

/** An indicator with one output, as it is written down: its description, and the step of its stream. */
export interface LineDefinition<S extends OptionSpecs, I extends Fields> extends Described<S, I> {
  readonly open: (options: OptionsOf<S>, memory: Memory) => (bar: Inputs<I>) => number;
  /** A class of its own for what is streamed most, and the average or index that it feeds: see LiveLine. */
  readonly live?: {
    readonly Stream: new (
      program: Program<CellAverage>,
      options: OptionsOf<S>,
    ) => LineStream<readonly ['close']>;
    readonly open: (options: OptionsOf<S>, memory: Memory) => CellAverage;
  };
}

/** Makes batch, stream and row out of one definition. */
/* @__NO_SIDE_EFFECTS__ */
export function defineLine<const S extends OptionSpecs, const I extends Fields>(
  definition: LineDefinition<S, I>,
): LineIndicator<S, I> {
  const { name, inputs } = definition;
  const engine = new LineEngine(definition);

  function compute(input: Input<I>, options?: GivenOptions<S>): Float64Array;
  function compute<C extends OutColumn>(input: Input<I>, options: GivenOptions<S> | undefined, out: C): C;
  function compute(input: Input<I>, options?: GivenOptions<S>, out?: OutColumn): OutColumn {
    const chosen = engine.resolve(options);
    const columns = readColumns(name, inputs, input);
    const target = out ?? new Float64Array(columns[0].length);
    engine.compute(columns, chosen, checkOutputs(name, definition.outputs, [target], columns));
    return target;
  }

  return Object.assign(compute, {
    stream: (options?: GivenOptions<S>): LineStream<I> => engine.stream(engine.resolve(options)),
    warmUp: (options?: GivenOptions<S>): number => engine.warmUp(options),
    row: createRow(engine),
  });
}

class LineEngine<S extends OptionSpecs, I extends Fields> extends Engine<S, I, readonly [string], LineStep> {
  readonly #definition: LineDefinition<S, I>;
  readonly #averages = new Programs<CellAverage>();

  constructor(definition: LineDefinition<S, I>) {
    const { open: _open, live: _live, ...description } = definition;
    super(description);
    this.#definition = definition;
  }

  override start(options: OptionsOf<S>, fields?: Fields): LiveNamedLine<string> {
    return new LiveNamedLine(this.description.outputs[0], this.program(options, fields));
  }

  stream(options: OptionsOf<S>): LineStream<I> {
    const { live } = this.#definition;
    if (live === undefined) return new LiveLine(this.program(options));
    const open = (memory: Memory) => live.open(options, memory);
    const program = this.#averages.get(JSON.stringify(options), () => this.prepare(options, open));
    return new live.Stream(program, options);
  }

  protected override open(options: OptionsOf<S>, memory: Memory): LineStep {
    return this.#definition.open(options, memory);
  }

  protected override computeByBar(
    options: OptionsOf<S>,
    inputs: ReadColumns,
    [out]: readonly [OutColumn],
  ): void {
    const program = this.program(options);
    const take = (bar: number): void => {
      out[bar] = program.step(barRead);
    };
    goByBar(program, this.description.inputs, inputs, take, (bar) => out.fill(NaN, bar, bar + 1));
  }
}

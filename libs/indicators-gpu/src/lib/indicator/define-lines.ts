import { barRead } from './bar-reader.ts';
import { goByBar } from './by-bar.ts';
import { readColumns } from './column.ts';
import type { OutColumn, ReadColumns } from './column.ts';
import type { Description } from './definition.ts';
import { Engine } from './engine.ts';
import type { Fields, Names } from './engine.ts';
import { keyed } from './keyed.ts';
import { LiveLines } from './live-lines.ts';
import type { Memory } from './memory.ts';
import type { GivenOptions, OptionSpecs, OptionsOf } from './option.ts';
import { checkOutputs } from './output.ts';
import { createRow } from './row.ts';
import { lines, linkToLines } from './sink.ts';
import type { Inputs, LinesStep } from './step.ts';
import type { Input, LinesIndicator, LinesStream } from './typed.ts';

/** An indicator with several outputs, as it is written down: its description, and the step of its stream. */
export interface LinesDefinition<
  S extends OptionSpecs,
  I extends Fields,
  N extends Names,
> extends Description<S, I, N> {
  readonly open: (
    options: OptionsOf<S>,
    memory: Memory,
  ) => (bar: Inputs<I>, out: Record<N[number], number>) => void;
}

/** Makes batch, stream and row out of one definition. */
/* @__NO_SIDE_EFFECTS__ */
export function defineLines<const S extends OptionSpecs, const I extends Fields, const N extends Names>(
  definition: LinesDefinition<S, I, N>,
): LinesIndicator<S, I, N> {
  const { name, inputs, outputs } = definition;
  const engine = new LinesEngine(definition);
  const names: readonly N[number][] = outputs;
  type Columns = Readonly<Record<N[number], OutColumn>>;

  function compute(input: Input<I>, options?: GivenOptions<S>): Record<N[number], Float64Array>;
  function compute<R extends Columns>(input: Input<I>, options: GivenOptions<S> | undefined, out: R): R;
  function compute(input: Input<I>, options?: GivenOptions<S>, out?: Columns): Columns {
    const chosen = engine.resolve(options);
    const columns = readColumns(name, inputs, input);
    const target: Columns = out ?? keyed(names, () => new Float64Array(columns[0].length));
    const listed = names.map((output) => target[output]);
    engine.compute(columns, chosen, checkOutputs(name, outputs, listed, columns));
    return target;
  }

  return Object.assign(compute, {
    stream: (options?: GivenOptions<S>): LinesStream<I, N> => engine.start(engine.resolve(options)),
    warmUp: (options?: GivenOptions<S>): number => engine.warmUp(options),
    row: createRow(engine),
  });
}

class LinesEngine<S extends OptionSpecs, I extends Fields, N extends Names> extends Engine<
  S,
  I,
  N,
  LinesStep<N[number]>
> {
  readonly #definition: LinesDefinition<S, I, N>;
  readonly #names: readonly N[number][];
  readonly #out: Record<N[number], number>;

  constructor(definition: LinesDefinition<S, I, N>) {
    const { open: _open, ...description } = definition;
    super(description);
    this.#definition = definition;
    this.#names = definition.outputs;
    this.#out = linkToLines(this.#names);
  }

  override start(options: OptionsOf<S>, fields?: Fields): LiveLines<N[number]> {
    return new LiveLines(this.#names, this.program(options, fields));
  }

  protected override open(options: OptionsOf<S>, memory: Memory): LinesStep<N[number]> {
    return this.#definition.open(options, memory);
  }

  protected override computeByBar(
    options: OptionsOf<S>,
    inputs: ReadColumns,
    outputs: readonly OutColumn[],
  ): void {
    const program = this.program(options);
    const out = this.#out;
    const write = (bar: number): void => {
      for (let k = 0; k < outputs.length; k += 1) outputs[k]![bar] = lines[k]!;
    };
    const take = (bar: number): void => {
      program.step(barRead, out);
      write(bar);
    };
    const skip = (bar: number): void => {
      lines.fill(NaN);
      write(bar);
    };
    lines.fill(NaN);
    goByBar(program, this.description.inputs, inputs, take, skip);
  }
}

import { readColumns } from './column.ts';
import type { OutColumn } from './column.ts';
import type { Description } from './definition.ts';
import { Engine } from './engine.ts';
import type { Fields, Names } from './engine.ts';
import { keyed } from './keyed.ts';
import type { Memory } from './memory.ts';
import type { GivenOptions, OptionSpecs, OptionsOf } from './option.ts';
import { checkOutputs } from './output.ts';
import { createRow } from './row.ts';
import { stepperOf } from './stepper.ts';
import type { Step } from './stepper.ts';
import type { Input, LinesIndicator, LinesStream } from './typed.ts';

/** An indicator with several outputs, as it is written down: its description, and the step of its stream. */
export interface LinesDefinition<
  S extends OptionSpecs,
  I extends Fields,
  N extends Names,
> extends Description<S, I, N> {
  readonly open: (options: OptionsOf<S>, memory: Memory, lines: number[]) => Step<void>;
}

/** Makes batch, stream and row out of one definition. */
export function defineLines<const S extends OptionSpecs, const I extends Fields, const N extends Names>(
  definition: LinesDefinition<S, I, N>,
): LinesIndicator<S, I, N> {
  const { open, ...description } = definition;
  const { name, inputs, outputs } = description;
  const engine = new Engine(description, (options, memory, lines) => stepperOf(open(options, memory, lines)));
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

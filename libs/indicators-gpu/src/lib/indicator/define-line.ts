import { readColumns } from './column.ts';
import type { OutColumn } from './column.ts';
import type { Description } from './definition.ts';
import { Engine } from './engine.ts';
import type { Fields } from './engine.ts';
import { LiveLine } from './live-line.ts';
import type { Opening } from './live.ts';
import type { Memory } from './memory.ts';
import type { GivenOptions, OptionSpecs, OptionsOf } from './option.ts';
import { checkOutputs } from './output.ts';
import { createRow } from './row.ts';
import { LineStepper, stepperOf } from './stepper.ts';
import type { Step } from './stepper.ts';
import type { Input, LineIndicator, LineStream } from './typed.ts';

/** An indicator with one output, as it is written down: its description, and the step of its stream. */
export interface LineDefinition<S extends OptionSpecs, I extends Fields> extends Description<
  S,
  I,
  readonly [string]
> {
  readonly open: (options: OptionsOf<S>, memory: Memory) => Step<number>;
  /** A class of its own for what is streamed most, see LiveLine. */
  readonly stream?: new (opening: Opening<number>) => LiveLine;
}

/** Makes batch, stream and row out of one definition. */
export function defineLine<const S extends OptionSpecs, const I extends Fields>(
  definition: LineDefinition<S, I>,
): LineIndicator<S, I> {
  const { open, stream: _stream, ...description } = definition;
  const { name, inputs, outputs } = description;
  const engine = new Engine(
    description,
    (options, memory, lines) => new LineStepper(stepperOf(open(options, memory)), lines),
  );

  function compute(input: Input<I>, options?: GivenOptions<S>): Float64Array;
  function compute<C extends OutColumn>(input: Input<I>, options: GivenOptions<S> | undefined, out: C): C;
  function compute(input: Input<I>, options?: GivenOptions<S>, out?: OutColumn): OutColumn {
    const chosen = engine.resolve(options);
    const columns = readColumns(name, inputs, input);
    const target = out ?? new Float64Array(columns[0].length);
    engine.compute(columns, chosen, checkOutputs(name, outputs, [target], columns));
    return target;
  }

  return Object.assign(compute, {
    stream: (options?: GivenOptions<S>): LineStream<I> => openLine(definition, engine.resolve(options)),
    warmUp: (options?: GivenOptions<S>): number => engine.warmUp(options),
    row: createRow(engine),
  });
}

function openLine<S extends OptionSpecs, I extends Fields>(
  definition: LineDefinition<S, I>,
  options: OptionsOf<S>,
): LineStream<I> {
  const { name: indicator, inputs: fields, outputs, stream: Stream = LiveLine } = definition;
  const open = (memory: Memory) => stepperOf(definition.open(options, memory));
  return new Stream({ indicator, options, fields, outputs, open });
}

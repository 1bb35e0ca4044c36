import { OptionError } from '../errors/option-error.ts';
import { barReader, valueReaders } from './bar-reader.ts';
import type { Field } from './bar.ts';
import type { OutColumn, ReadColumns } from './column.ts';
import type { Description } from './definition.ts';
import { Memory } from './memory.ts';
import { resolveOptions } from './option.ts';
import type { OptionSpecs, OptionsOf } from './option.ts';
import { writesInPlace } from './output.ts';
import { Programs } from './program.ts';
import type { Program } from './program.ts';
import type { RowStream } from './row.ts';

/** At least one input. */
export type Fields = readonly [Field, ...Field[]];

/** At least one output. */
export type Names = readonly [string, ...string[]];

/** What all forms of one indicator share: its checked options, its programs, its way over whole columns. */
export abstract class Engine<S extends OptionSpecs, I extends Fields, N extends Names, T> {
  readonly description: Description<S, I, N>;
  readonly #programs = new Programs<T>();

  constructor(description: Description<S, I, N>) {
    this.description = description;
  }

  /** @throws OptionError when an option is unknown, out of range, or at odds with another. */
  resolve(given: object | undefined): OptionsOf<S> {
    const { name, options: specs, refuse } = this.description;
    const options = resolveOptions(name, specs, given);
    const refusal = refuse?.(options);
    if (refusal !== undefined) throw new OptionError(name, refusal.option, refusal);
    return options;
  }

  warmUp(given: object | undefined): number {
    return this.description.warmUp(this.resolve(given));
  }

  stableAfter(given: object | undefined): number {
    const { stableAfter, warmUp } = this.description;
    return (stableAfter ?? warmUp)(this.resolve(given));
  }

  /** A stream of bars, on other fields than the inputs where they are given. */
  abstract start(options: OptionsOf<S>, fields?: Fields): RowStream;

  /** Writes every value of checked columns. */
  compute(inputs: ReadColumns, options: OptionsOf<S>, outputs: readonly OutColumn[]): void {
    if (!this.#computeAtOnce(inputs, options, outputs)) this.computeByBar(options, inputs, outputs);
  }

  /** Opens the step: its memory is empty. */
  protected abstract open(options: OptionsOf<S>, memory: Memory): T;

  /** Bar by bar, as a stream would: the reference that a batch form is held to. */
  protected abstract computeByBar(
    options: OptionsOf<S>,
    inputs: ReadColumns,
    outputs: readonly OutColumn[],
  ): void;

  /** What every stream with these options runs. */
  protected program(options: OptionsOf<S>, fields: Fields = this.description.inputs): Program<T> {
    return this.#programs.get(JSON.stringify([options, fields]), () =>
      this.prepare(options, (memory) => this.open(options, memory), fields),
    );
  }

  protected prepare<P>(
    options: OptionsOf<S>,
    open: (memory: Memory) => P,
    fields: Fields = this.description.inputs,
  ): Program<P> {
    const { name: indicator, inputs } = this.description;
    const memory = new Memory();
    const step = open(memory);
    const [read, readNumber] = [barReader(inputs, fields), valueReaders[inputs[0]]];
    return { indicator, options, memory, read, readNumber, step };
  }

  #computeAtOnce(inputs: ReadColumns, options: OptionsOf<S>, outputs: readonly OutColumn[]): boolean {
    const { batch } = this.description;
    if (batch === undefined || writesInPlace(inputs, outputs)) return false;
    const columns = [...inputs, ...outputs].filter((column) => column instanceof Float64Array);
    if (columns.length < inputs.length + outputs.length) return false;
    return batch(options, ...columns);
  }
}

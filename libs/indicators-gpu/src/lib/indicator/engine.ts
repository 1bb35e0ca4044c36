import { OptionError } from '../errors/option-error.ts';
import type { Field } from './bar.ts';
import type { OutColumn, ReadColumns } from './column.ts';
import type { Description } from './definition.ts';
import { LiveLines } from './live-lines.ts';
import type { Opening } from './live.ts';
import type { Memory } from './memory.ts';
import { resolveOptions } from './option.ts';
import type { OptionSpecs, OptionsOf } from './option.ts';
import { writesInPlace } from './output.ts';
import type { Stepper } from './stepper.ts';

/** At least one input, in the order of the step's arguments. */
export type Fields = readonly [Field, ...Field[]];

/** At least one output, in the order of the step's lines. */
export type Names = readonly [string, ...string[]];

/** Begins an indicator: its memory is empty, and it writes its outputs into the lines. */
export type OpenLines<O> = (options: O, memory: Memory, lines: number[]) => Stepper<void>;

/** What all forms of one indicator share: its checked options, its opening, its way over whole columns. */
export class Engine<S extends OptionSpecs, I extends Fields, N extends Names> {
  readonly description: Description<S, I, N>;
  readonly #open: OpenLines<OptionsOf<S>>;

  constructor(description: Description<S, I, N>, open: OpenLines<OptionsOf<S>>) {
    this.description = description;
    this.#open = open;
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

  /** Opens the indicator, on other fields than its own where they are given. */
  start(options: OptionsOf<S>, fields: Fields = this.description.inputs): LiveLines<N[number]> {
    const { outputs } = this.description;
    const names: readonly N[number][] = outputs;
    return new LiveLines(names, this.#opening(options, fields));
  }

  /** Writes every value of checked columns. */
  compute(inputs: ReadColumns, options: OptionsOf<S>, outputs: readonly OutColumn[]): void {
    if (!this.#computeAtOnce(inputs, options, outputs)) computeByBar(this.start(options), inputs, outputs);
  }

  #opening(options: OptionsOf<S>, fields: Fields): Opening<void> {
    const { name, outputs } = this.description;
    const open = (memory: Memory, lines: number[]): Stepper<void> => this.#open(options, memory, lines);
    return { indicator: name, options, fields, outputs, open };
  }

  #computeAtOnce(inputs: ReadColumns, options: OptionsOf<S>, outputs: readonly OutColumn[]): boolean {
    const { batch } = this.description;
    if (batch === undefined || writesInPlace(inputs, outputs)) return false;
    const columns = [...inputs, ...outputs].filter((column) => column instanceof Float64Array);
    if (columns.length < inputs.length + outputs.length) return false;
    return batch(options, ...columns);
  }
}

/** Bar by bar, as a stream would: the reference that a batch form is held to. */
function computeByBar(live: LiveLines<string>, inputs: ReadColumns, outputs: readonly OutColumn[]): void {
  const [a, b, c, d, e] = inputs;
  for (let i = 0; i < a.length; i += 1) {
    const lines = live.advance(a[i]!, valueAt(b, i), valueAt(c, i), valueAt(d, i), valueAt(e, i));
    for (let k = 0; k < outputs.length; k += 1) outputs[k]![i] = lines[k]!;
  }
}

const valueAt = (column: OutColumn | undefined, i: number): number => (column === undefined ? 0 : column[i]!);

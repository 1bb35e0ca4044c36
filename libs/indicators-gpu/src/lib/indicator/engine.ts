import { OptionError } from '../errors/option-error.ts';
import type { Field, LooseBar } from './bar.ts';
import type { OutColumn, ReadColumns } from './column.ts';
import type { Description, LinesStep } from './definition.ts';
import type { Memory } from './memory.ts';
import { resolveOptions } from './option.ts';
import type { OptionSpecs, OptionsOf } from './option.ts';
import { writesInPlace } from './output.ts';
import { Session } from './session.ts';
import { spreadOver } from './spread.ts';

/** At least one input, in the order of the step's arguments. */
export type Fields = readonly [Field, ...Field[]];

/** At least one output, in the order of the step's lines. */
export type Names = readonly [string, ...string[]];

/** An indicator at work: the newest values, and the way to the next bar. */
export interface Running {
  readonly session: Session;
  readonly lines: Float64Array;
  /** Takes one value per input, zero where there is none, and sets the lines. */
  advance(a: number, b: number, c: number, d: number, e: number): void;
  /** The same for a bar, of which it reads what the indicator needs. */
  take(bar: LooseBar): void;
}

/** What all forms of one indicator share: its checked options, its opening, its way over whole columns. */
export class Engine<S extends OptionSpecs, I extends Fields, N extends Names> {
  readonly description: Description<S, I, N>;
  readonly #open: (options: OptionsOf<S>, memory: Memory, lines: Float64Array) => LinesStep;

  constructor(
    description: Description<S, I, N>,
    open: (options: OptionsOf<S>, memory: Memory, lines: Float64Array) => LinesStep,
  ) {
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
  start(options: OptionsOf<S>, fields: Fields = this.description.inputs): Running {
    const session = new Session();
    const lines = new Float64Array(this.description.outputs.length).fill(NaN);
    const step = this.#open(options, session.memory, lines);
    const advance = (a: number, b: number, c: number, d: number, e: number): void => {
      if (session.accepts(a, b, c, d, e)) step(a, b, c, d, e);
      else lines.fill(NaN);
    };
    return { session, lines, advance, take: spreadOver(fields, advance) };
  }

  /** Writes every value of checked columns. */
  compute(inputs: ReadColumns, options: OptionsOf<S>, outputs: readonly OutColumn[]): void {
    if (!this.#computeAtOnce(inputs, options, outputs)) computeByBar(this.start(options), inputs, outputs);
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
function computeByBar(running: Running, inputs: ReadColumns, outputs: readonly OutColumn[]): void {
  const [a, b, c, d, e] = inputs;
  const { lines } = running;
  for (let i = 0; i < a.length; i += 1) {
    running.advance(a[i]!, valueAt(b, i), valueAt(c, i), valueAt(d, i), valueAt(e, i));
    for (let k = 0; k < outputs.length; k += 1) outputs[k]![i] = lines[k]!;
  }
}

const valueAt = (column: OutColumn | undefined, i: number): number => (column === undefined ? 0 : column[i]!);

import { barRead } from './bar-reader.ts';
import type { LooseBar } from './bar.ts';
import { Live } from './live.ts';
import { unknownOutputs } from './outputs.ts';
import type { Program } from './program.ts';
import type { LinesStep, LineStep } from './step.ts';

/** A stream whose `next` returns a record of the outputs, which is written anew with every bar. */
abstract class LiveRecord<K extends string, S> extends Live<S> {
  protected readonly values: Record<K, number>;

  constructor(outputs: readonly K[], program: Program<S>) {
    super(program);
    this.values = unknownOutputs(outputs);
  }

  override reset(): void {
    super.reset();
    for (const name in this.values) this.values[name] = NaN;
  }
}

/** A stream with named outputs. */
export class LiveLines<K extends string> extends LiveRecord<K, LinesStep<K>> {
  next(bar: number | LooseBar): Readonly<Record<K, number>> {
    const { readNumber, read, memory, step } = this.program;
    if (typeof bar === 'number' ? readNumber(bar) : read(bar)) {
      memory.enter(this.cells, this.at);
      this.isBlank = false;
      step(barRead, this.values);
    } else this.reset();
    return this.values;
  }
}

/** A stream with one output, in a record like those that have several. */
export class LiveNamedLine<K extends string> extends LiveRecord<K, LineStep> {
  readonly #name: K;

  constructor(name: K, program: Program<LineStep>) {
    super([name], program);
    this.#name = name;
  }

  next(bar: LooseBar): Readonly<Record<K, number>> {
    const { read, memory, step } = this.program;
    if (read(bar)) {
      memory.enter(this.cells, this.at);
      this.isBlank = false;
      this.values[this.#name] = step(barRead);
    } else this.reset();
    return this.values;
  }
}

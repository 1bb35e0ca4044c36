import type { LooseBar } from './bar.ts';
import { keyed } from './keyed.ts';
import { Live } from './live.ts';
import type { Opening } from './live.ts';

/** A stream with named outputs: the record that `next` returns is written anew with every bar. */
export class LiveLines<K extends string> extends Live<void> {
  readonly #outputs: readonly K[];
  readonly #values: Record<K, number>;

  constructor(outputs: readonly K[], opening: Opening<void>) {
    super(opening);
    this.#outputs = outputs;
    this.#values = keyed(outputs, () => NaN);
  }

  next(bar: number | LooseBar): Readonly<Record<K, number>> {
    if (typeof bar !== 'number') this.take(bar);
    else if (this.accepts(bar - bar)) this.step.next(bar);
    for (let k = 0; k < this.#outputs.length; k += 1) this.#values[this.#outputs[k]!] = this.lines[k]!;
    return this.#values;
  }

  /** The same for bare values, one per input and zero where there is none; the outputs in their order. */
  advance(a: number, b: number, c: number, d: number, e: number): readonly number[] {
    if (this.accepts(a - a + (b - b) + (c - c) + (d - d) + (e - e))) this.step.next(a, b, c, d, e);
    return this.lines;
  }
}

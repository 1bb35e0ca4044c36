import type { BarReader } from './bar-reader.ts';
import type { Memory } from './memory.ts';

/**
 * An indicator with chosen options, ready to run: it serves every stream that has them, each with cells of its own in the
 * memory. A session that follows hundreds of symbols so keeps one of these and hundreds of rows of numbers.
 */
export interface Program<S> {
  readonly indicator: string;
  readonly options: Readonly<Record<string, number | string>>;
  readonly memory: Memory;
  readonly read: BarReader;
  /** Takes a bare number for the first input, which is the only one where such a number may come. */
  readonly readNumber: (value: number) => boolean;
  readonly step: S;
}

/** Keeps a program for each of the options that were asked for lately. */
export class Programs<S> {
  readonly #kept = new Map<string, Program<S>>();

  /** The program that was made for the same options, or a new one. */
  get(key: string, make: () => Program<S>): Program<S> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    // A study of ten thousand options needs each of them once: only who comes back in time shares.
    if (this.#kept.size === mostKept) this.#kept.clear();
    this.#kept.set(key, made);
    return made;
  }
}

const mostKept = 64;

import { loadNumber, saveNumber } from './snapshot.ts';
import type { SavedPart } from './snapshot.ts';

type Fields = Record<string, number>;

/**
 * Everything that an open indicator remembers. A step asks for its memory once, while it is opened, and keeps
 * nothing elsewhere; so any indicator can be saved, restored and reset without a line of its own.
 */
export class Memory {
  readonly #parts: (Fields | Float64Array)[] = [];
  readonly #starts: (Readonly<Fields> | undefined)[] = [];

  /** Named values, each starting at what is given. The returned object is written in place. */
  fields<T extends Fields>(initial: T): T {
    const current = { ...initial };
    this.#parts.push(current);
    this.#starts.push(initial);
    return current;
  }

  /** A window of `size` values, all zero at the start. */
  cells(size: number): Float64Array {
    const current = new Float64Array(size);
    this.#parts.push(current);
    this.#starts.push(undefined);
    return current;
  }

  reset(): void {
    this.#parts.forEach((part, index) => {
      if (part instanceof Float64Array) part.fill(0);
      else Object.assign(part, this.#starts[index]);
    });
  }

  save(): SavedPart[] {
    return this.#parts.map((part) => {
      if (part instanceof Float64Array) return Array.from(part, saveNumber);
      return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, saveNumber(value)]));
    });
  }

  /** Takes over what `save` gave; false, and a memory to be reset, when the parts do not fit. */
  load(saved: readonly unknown[]): boolean {
    if (saved.length !== this.#parts.length) return false;
    return this.#parts.every((part, index) =>
      part instanceof Float64Array ? loadCells(part, saved[index]) : loadFields(part, saved[index]),
    );
  }
}

function loadFields(current: Fields, saved: unknown): boolean {
  if (typeof saved !== 'object' || saved === null) return false;
  const entries = new Map<string, unknown>(Object.entries(saved));
  return Object.keys(current).every((name) => {
    const value = loadNumber(entries.get(name));
    if (value !== undefined) current[name] = value;
    return value !== undefined;
  });
}

function loadCells(current: Float64Array, saved: unknown): boolean {
  if (!Array.isArray(saved) || saved.length !== current.length) return false;
  return saved.every((item: unknown, index) => {
    const value = loadNumber(item);
    if (value !== undefined) current[index] = value;
    return value !== undefined;
  });
}

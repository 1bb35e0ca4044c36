import { loadNumber, saveNumber } from './snapshot.ts';
import type { SavedPart } from './snapshot.ts';

/**
 * Everything that an open indicator remembers. A step asks for its memory once, while it is opened, and keeps
 * nothing elsewhere; so any indicator can be saved and restored without a line of its own.
 *
 * All parts are small objects of the engine's own heap: a live session keeps thousands of streams open, and what a bar
 * costs there is how many places of the memory it has to visit.
 */
export class Memory {
  #parts: readonly object[] = [];

  /** Named values, each starting at what is given. The object that was given is written in place. */
  fields<T extends Record<string, number>>(initial: T): T {
    return this.own(initial);
  }

  /** An object whose own public fields are numbers: they are saved under their names. */
  own<T extends object>(part: T): T {
    this.#parts = [...this.#parts, part];
    return part;
  }

  /** A window of `size` values, all zero at the start. */
  cells(size: number): number[] {
    // Filled with a fraction first: engines then keep the numbers themselves, side by side, not references to them.
    return this.own(new Array<number>(size).fill(0.5).fill(0));
  }

  save(): SavedPart[] {
    return this.#parts.map((part) => {
      if (isCells(part)) return Array.from(part, saveNumber);
      const named = new Map<string, unknown>(Object.entries(part));
      return Object.fromEntries(Array.from(named, ([name, value]) => [name, saveNumber(Number(value))]));
    });
  }

  /** Takes over what `save` gave; false, and a memory of no further use, when the parts do not fit. */
  load(saved: readonly unknown[]): boolean {
    if (saved.length !== this.#parts.length) return false;
    return this.#parts.every((part, index) => loadPart(part, saved[index]));
  }
}

const isCells = (part: object): part is number[] => Array.isArray(part);

function loadPart(current: object, saved: unknown): boolean {
  if (typeof saved !== 'object' || saved === null) return false;
  if (isCells(current) && !(isCells(saved) && saved.length === current.length)) return false;
  const entries = new Map<string, unknown>(Object.entries(saved));
  return Object.keys(current).every((name) => {
    const value = loadNumber(entries.get(name));
    return value !== undefined && Reflect.set(current, name, value);
  });
}

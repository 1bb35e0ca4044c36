import { reserve } from './slab.ts';
import type { Place } from './slab.ts';
import { loadNumber, saveNumber } from './snapshot.ts';
import type { SavedNumber } from './snapshot.ts';

/** A cell that says where something stands, and how many places there are. */
interface Index {
  readonly cell: number;
  readonly places: number;
}

/**
 * Everything that an open indicator remembers, as a row of numbers. A step asks for its cells once, while it is opened,
 * and keeps nothing elsewhere; so any indicator can be saved and restored without a line of its own, and one step
 * serves all streams that have the same options: what a stream has for itself is its cells.
 *
 * A step finds its cells at `cells[base + …]`, which are those of the stream that is at work just now.
 */
export class Memory {
  cells: Float64Array = new Float64Array(0);
  base = 0;
  readonly #initial: number[] = [];
  readonly #indices: Index[] = [];

  /** Cells that start at what is given; where the first of them stands. */
  claim(...initial: readonly number[]): number {
    return this.#initial.push(...initial) - initial.length;
  }

  /** As many cells, all zero at the start; where the first of them stands. */
  window(size: number): number {
    const at = this.#initial.length;
    for (let i = 0; i < size; i += 1) this.#initial.push(0);
    return at;
  }

  /** A cell for a whole number below `places`, zero at the start: a snapshot that has another there is refused. */
  index(places: number): number {
    const cell = this.claim(0);
    this.#indices.push({ cell, places });
    return cell;
  }

  /** A cell for the place of one of `size` values, and behind it the values. */
  ring(size: number): void {
    this.index(Math.max(size, 1));
    this.window(size);
  }

  /** Cells of a new stream, as it begins. */
  begin(): Place {
    const place = reserve(this.#initial.length);
    this.forget(place);
    return place;
  }

  /** Cells for one pass over whole columns, ready for the step. */
  beginPass(): Place {
    const place = { cells: new Float64Array(this.#initial.length), at: 0 };
    this.forget(place);
    this.enter(place.cells, place.at);
    return place;
  }

  /** Makes the cells of a stream what they were at its beginning. */
  forget({ cells, at }: Place): void {
    cells.set(this.#initial, at);
  }

  /** Lets the step go on with the cells of this stream. */
  enter(cells: Float64Array, at: number): void {
    this.cells = cells;
    this.base = at;
  }

  save({ cells, at }: Place): SavedNumber[] {
    return Array.from(cells.subarray(at, at + this.#initial.length), saveNumber);
  }

  /** Takes over what `save` gave; false, and nothing is changed, when it does not fit. */
  load(saved: unknown, { cells, at }: Place): boolean {
    if (!Array.isArray(saved) || saved.length !== this.#initial.length) return false;
    const values = saved.flatMap((value) => loadNumber(value) ?? []);
    const isPlaced = ({ cell, places }: Index) => {
      const value = values[cell] ?? NaN;
      return Number.isInteger(value) && value >= 0 && value < places;
    };
    if (values.length !== saved.length || !this.#indices.every(isPlaced)) return false;
    cells.set(values, at);
    return true;
  }
}

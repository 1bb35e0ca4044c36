import { UnknownIndicatorError } from '../errors/unknown-indicator-error.ts';
import type { Row } from './row.ts';

/** The rows of all indicators, in the order of the catalogue. */
export class Registry implements Iterable<Row> {
  readonly #rows: ReadonlyMap<string, Row>;

  constructor(rows: Iterable<Row>) {
    this.#rows = new Map(Array.from(rows, (row) => [row.name, row]));
  }

  get size(): number {
    return this.#rows.size;
  }

  has(name: string): boolean {
    return this.#rows.has(name);
  }

  /** @throws UnknownIndicatorError when there is none of that name. */
  get(name: string): Row {
    const row = this.#rows.get(name);
    if (row === undefined) throw new UnknownIndicatorError(name, [...this.#rows.keys()]);
    return row;
  }

  [Symbol.iterator](): Iterator<Row> {
    return this.#rows.values();
  }
}

import type { Field } from './bar.ts';
import type { LooseColumns } from './column.ts';
import type { LooseOptions } from './option.ts';
import { Registry } from './registry.ts';
import type { Row } from './row.ts';

type Result = ReturnType<Row['run']>;

/**
 * The same registry with a memory: `run` with the same columns, by identity, and the same options gives the columns
 * that it gave before. They are shared, so nobody may write to them; and a column that was written to since counts as
 * the same, so give a new one for new values. What was computed is forgotten with the columns it came from.
 *
 * @example
 * import { indicators, memoise } from '@org/indicators-gpu';
 * const remembered = memoise(indicators);
 * remembered.get('sma').run({ close }) === remembered.get('sma').run({ close, volume }); // true
 */
export function memoise(registry: Iterable<Row>): Registry {
  return new Registry(Array.from(registry, remember));
}

/** What was computed from some columns, and what of them and more. */
class Known {
  readonly results = new Map<string, Result>();
  readonly #more = new WeakMap<object, Known>();

  /** What was computed from one more column; it is forgotten with that column. */
  with(column: object): Known {
    const known = this.#more.get(column) ?? new Known();
    this.#more.set(column, known);
    return known;
  }
}

function remember(row: Row): Row {
  const all = new Known();
  const run = (columns: LooseColumns, options?: LooseOptions, source?: Field): Result => {
    const fields = source === undefined ? row.inputs : [source];
    const read: readonly unknown[] = fields.map((field) => columns[field]);
    if (!read.every(isObject)) return row.run(columns, options, source);
    const { results } = read.reduce((known: Known, column) => known.with(column), all);
    const key = JSON.stringify(row.complete(options));
    const result = results.get(key) ?? row.run(columns, options, source);
    results.set(key, result);
    return result;
  };
  return { ...row, run };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

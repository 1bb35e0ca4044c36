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
  const identify = identities();
  return new Registry(Array.from(registry, (row) => remember(row, identify)));
}

function remember(row: Row, identify: (column: object) => number): Row {
  const known = new WeakMap<object, Map<string, Result>>();
  const run = (columns: LooseColumns, options?: LooseOptions, source?: Field): Result => {
    const fields = source === undefined ? row.inputs : [source];
    const read = fields.map((field) => columns[field]).filter((column) => column !== undefined);
    const [first] = read;
    if (first === undefined || read.length < fields.length) return row.run(columns, options, source);
    const results = known.get(first) ?? new Map<string, Result>();
    known.set(first, results);
    const key = JSON.stringify([row.complete(options), read.map(identify)]);
    const result = results.get(key) ?? row.run(columns, options, source);
    results.set(key, result);
    return result;
  };
  return { ...row, run };
}

/** A number for every object, the same each time. */
function identities(): (object: object) => number {
  const numbers = new WeakMap<object, number>();
  let next = 0;
  return (object) => {
    const number = numbers.get(object) ?? (next += 1);
    numbers.set(object, number);
    return number;
  };
}

import { OnestepError, plainDecimal } from '@org/domain';

/** A number that JSON cannot hold reached a result; undefined figures must be null. */
export class NotFiniteError extends OnestepError {}

/**
 * Plain data as JSON on one line, in the order of its keys. Numbers are written out (`0.00000001`, never `1e-8`) and
 * read back to the same double.
 *
 * @throws NotFiniteError `number-not-finite` for NaN and the infinities.
 */
export function plainJson(value: unknown): string {
  if (typeof value === 'number') return plainNumber(value);
  if (Array.isArray(value)) return `[${value.map(plainJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${fields(value)
    .map(([key, field]) => `${JSON.stringify(key)}: ${plainJson(field)}`)
    .join(', ')} }`;
}

/** The same with one field a line, for records that people read; what lies deeper stays on its line. */
export function plainJsonLines(value: object, indent: string): string {
  const lines = fields(value).map(([key, field]) => `${indent}  ${JSON.stringify(key)}: ${plainJson(field)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** A finite number as a plain decimal. @throws NotFiniteError `number-not-finite`. */
export function plainNumber(value: number): string {
  if (Number.isFinite(value)) return plainDecimal(value);
  throw new NotFiniteError('number-not-finite', {
    what: 'a result holds finite numbers and null',
    found: String(value),
    allowed: 'a finite number, or null where a figure is undefined',
  });
}

/** A record with its keys sorted: what users name comes in the order of their flags, and must not change the bytes. */
export function sortedRecord<T>(record: { readonly [name: string]: T }): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fields(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}

import { OnestepError } from '../errors/onestep-error.ts';

/** A value that has no canonical form, such as a function. */
export class NotPlainDataError extends OnestepError {}

const BIGINT_KEY = '$bigint';
const NUMBER_KEY = '$number';

/**
 * Writes plain data as one line of JSON whose keys are sorted, so that equal data gives equal bytes. Exact money
 * (`bigint`) and the numbers that JSON lacks (NaN, the infinities, -0) are tagged and come back from `parseCanonicalJson`.
 *
 * @throws NotPlainDataError `not-plain-data` for functions, symbols, class instances, undefined inside an array, and
 * objects that would read back as a tag. Fields that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? String(value)
        : tagged(NUMBER_KEY, numberName(value));
    case 'bigint':
      return tagged(BIGINT_KEY, value.toString());
    case 'object':
      return value === null ? 'null' : canonicalObject(value);
    default:
      throw new NotPlainDataError('not-plain-data', {
        what: 'only plain data can be written as JSON',
        found: typeof value,
        allowed: 'null, booleans, numbers, bigints, strings, arrays and plain objects',
      });
  }
}

/** Reads what `canonicalJson` wrote, the tagged numbers included. */
export function parseCanonicalJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => untagged(value));
}

function canonicalObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotPlainDataError('not-plain-data', {
      what: 'only plain data can be written as JSON',
      found: `an instance of ${value.constructor.name}`,
      allowed: 'plain objects and arrays',
    });
  }
  const defined = Object.entries(value).filter(([, field]) => field !== undefined);
  const [first] = defined;
  if (defined.length === 1 && first !== undefined && isTag(first)) {
    throw new NotPlainDataError('not-plain-data', {
      what: 'this object would read back as a number',
      found: first[0],
      allowed: `any other key than ${BIGINT_KEY} and ${NUMBER_KEY}`,
    });
  }
  const fields = defined
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

function isTag([key, field]: [string, unknown]): boolean {
  return (key === BIGINT_KEY || key === NUMBER_KEY) && typeof field === 'string';
}

function tagged(key: string, text: string): string {
  return `{"${key}":"${text}"}`;
}

function numberName(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function untagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return value;
  if (BIGINT_KEY in value && typeof value[BIGINT_KEY] === 'string') return BigInt(value[BIGINT_KEY]);
  if (NUMBER_KEY in value && typeof value[NUMBER_KEY] === 'string') return Number(value[NUMBER_KEY]);
  return value;
}

import { ColumnError } from '../errors/column-error.ts';
import type { Field } from './bar.ts';
import { describeValue, floatsOf } from './floats.ts';

/** Input values, oldest first. Typed arrays are read where they are, a plain array is converted once. */
export type Column = Float64Array | Float32Array | readonly number[];

/** Where results go: 64-bit, or 32-bit rounded from the 64-bit result. */
export type OutColumn = Float64Array | Float32Array;

/** Input columns by field, with at least the fields that the indicator reads. */
export type LooseColumns = Readonly<Partial<Record<Field, Column>>>;

/** The columns that an indicator reads, in the order of its inputs; there is always at least one. */
export type ReadColumns = readonly [OutColumn, ...OutColumn[]];

/**
 * Picks an indicator's columns out of what the caller gave.
 * @throws ColumnError when one is missing, is no column, holds a non-number, or differs in length.
 */
export function readColumns(
  indicator: string,
  fields: readonly [Field, ...Field[]],
  input: Column | LooseColumns | null | undefined,
): ReadColumns {
  const [firstField, ...otherFields] = fields;
  const read = (field: Field) => readColumn(indicator, field, pick(fields, field, input));
  const first = read(firstField);
  const others = otherFields.map((field) => {
    const column = read(field);
    if (column.length === first.length) return column;
    throw new ColumnError(indicator, field, {
      got: `${column.length} values`,
      allowed: `${first.length}, the length of ${firstField}`,
    });
  });
  return [first, ...others];
}

/** What a caller forgot to give altogether has no columns. */
function pick(
  fields: readonly Field[],
  field: Field,
  input: Column | LooseColumns | null | undefined,
): unknown {
  if (!isColumn(input)) return input?.[field];
  return fields.length === 1 ? input : undefined;
}

function isColumn(input: Column | LooseColumns | null | undefined): input is Column {
  return Array.isArray(input) || ArrayBuffer.isView(input);
}

function readColumn(indicator: string, field: Field, value: unknown): OutColumn {
  const floats = floatsOf(value);
  if (floats !== undefined) return floats;
  if (Array.isArray(value)) return convert(indicator, field, value);
  throw new ColumnError(indicator, field, {
    got: describeValue(value),
    allowed: 'a Float64Array, a Float32Array or an array of numbers',
    hint: `Give an object with the column under "${field}".`,
  });
}

function convert(indicator: string, field: Field, values: readonly unknown[]): Float64Array {
  const column = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (typeof value !== 'number') {
      throw new ColumnError(indicator, field, {
        got: `a value of type ${typeof value} at index ${i}`,
        allowed: 'numbers, NaN where one is missing',
      });
    }
    column[i] = value;
  }
  return column;
}

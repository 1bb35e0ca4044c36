import type { OutColumn } from './column.ts';

/**
 * A column as it is, or one of this realm over the same memory: other frames and contexts, those of test runners among them,
 * have typed arrays of their own, which no `instanceof` knows. Undefined for anything else.
 */
export function floatsOf(value: unknown): OutColumn | undefined {
  if (value instanceof Float64Array || value instanceof Float32Array) return value;
  if (!ArrayBuffer.isView(value)) return undefined;
  const { buffer, byteOffset, byteLength } = value;
  if (typeName(value) === 'Float64Array') return new Float64Array(buffer, byteOffset, byteLength / 8);
  if (typeName(value) === 'Float32Array') return new Float32Array(buffer, byteOffset, byteLength / 4);
  return undefined;
}

/** What a value is that was to be a column, in words. */
export const describeValue = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : `a value of type ${ArrayBuffer.isView(value) ? typeName(value) : typeof value}`;

const typeName = (view: ArrayBufferView): string => Object.prototype.toString.call(view).slice(8, -1);

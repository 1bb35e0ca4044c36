import type { CandleSeries } from '@org/domain';
import type { FeedLayout } from './feed-layout.ts';
import type { FeedColumns } from './feed-plan.ts';

const NONE = new Float64Array();

/** Computes all values of a series at once. */
export function feedColumns({ indicators }: FeedLayout, series: CandleSeries): FeedColumns {
  const { openTime: time, open, high, low, close, volume } = series;
  const columns: Float64Array[] = [];
  const ages: number[] = [];
  for (const { row, options, source, depth } of indicators.values()) {
    const computed = row.run({ time, open, high, low, close, volume }, options, source ?? undefined);
    for (const output of row.outputs) {
      const column = computed[output] ?? NONE;
      for (let age = 0; age < depth; age += 1) {
        columns.push(column);
        ages.push(age);
      }
    }
  }
  return { valuesAt: reader(columns, ages) };
}

/**
 * Reads one value of each column, some bars back. An array that is written as a literal is made several times faster
 * than one that is filled: so one and two values with one look back each, the most frequent wants, have their own.
 */
function reader(columns: readonly Float64Array[], ages: readonly number[]): (index: number) => number[] {
  const [a = NONE, b = NONE, c = NONE, d = NONE] = columns;
  const [i = 0, j = 0, k = 0, l = 0] = ages;
  switch (columns.length) {
    case 0:
      return () => [];
    case 2:
      return (at) => [a[at - i] ?? NaN, b[at - j] ?? NaN];
    case 4:
      return (at) => [a[at - i] ?? NaN, b[at - j] ?? NaN, c[at - k] ?? NaN, d[at - l] ?? NaN];
    default:
      return fillingReader(columns, ages);
  }
}

function fillingReader(
  columns: readonly Float64Array[],
  ages: readonly number[],
): (index: number) => number[] {
  const blank = columns.map(() => NaN);
  return (index) => {
    const values = blank.slice();
    for (let at = 0; at < values.length; at += 1) {
      values[at] = columns[at]?.[index - (ages[at] ?? 0)] ?? NaN;
    }
    return values;
  };
}

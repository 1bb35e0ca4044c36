import type { CandleSeries } from '@org/domain';
import type { FeedLayout } from './feed-layout.ts';
import type { FeedColumns } from './feed-plan.ts';

const NONE = new Float64Array();
/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const MISSING = NaN;

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
  return new Columns(columns, ages);
}

/** Each address has its column, and how many bars back it reads there. */
class Columns implements FeedColumns {
  private readonly columns: readonly Float64Array[];
  private readonly ages: readonly number[];

  constructor(columns: readonly Float64Array[], ages: readonly number[]) {
    this.columns = columns;
    this.ages = ages;
  }

  valueAt(index: number, address: number): number {
    const column = this.columns[address];
    const at = index - (this.ages[address] ?? 0);
    if (column === undefined || at < 0) return MISSING;
    return column[at] ?? MISSING;
  }

  valuesAt(index: number): number[] {
    return this.columns.map((_, address) => this.valueAt(index, address));
  }
}

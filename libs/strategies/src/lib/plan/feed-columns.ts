import type { CandleSeries } from '@org/domain';
import type { FeedLayout } from './feed-layout.ts';
import type { FeedColumns } from './feed-plan.ts';

const NONE = new Float64Array();
/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const MISSING = NaN;

/** Computes all values of a series at once. */
export function feedColumns({ indicators }: FeedLayout, series: CandleSeries): FeedColumns {
  const { openTime: time, open, high, low, close, volume } = series;
  const columns: AgedColumn[] = [];
  for (const { row, options, source, depth } of indicators.values()) {
    const computed = row.run({ time, open, high, low, close, volume }, options, source ?? undefined);
    for (const output of row.outputs) {
      const column = computed[output] ?? NONE;
      for (let age = 0; age < depth; age += 1) {
        columns.push(new AgedColumn(column, age));
      }
    }
  }
  return new Columns(columns);
}

/** A column, and how many bars back it is read. */
class AgedColumn {
  readonly values: Float64Array;
  readonly age: number;

  constructor(values: Float64Array, age: number) {
    this.values = values;
    this.age = age;
  }
}

class Columns implements FeedColumns {
  private readonly columns: readonly AgedColumn[];

  /** @param columns one for each address */
  constructor(columns: readonly AgedColumn[]) {
    this.columns = columns;
  }

  valueAt(index: number, address: number): number {
    const column = this.columns[address];
    if (column === undefined) return MISSING;
    const at = index - column.age;
    return at < 0 ? MISSING : (column.values[at] ?? MISSING);
  }

  valuesAt(index: number): number[] {
    return this.columns.map((_, address) => this.valueAt(index, address));
  }
}

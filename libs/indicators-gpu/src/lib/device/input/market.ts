import { ColumnError } from '../../errors/column-error.ts';
import type { Field } from '../../indicator/bar.ts';
import { readColumns } from '../../indicator/column.ts';
import type { LooseColumns, OutColumn } from '../../indicator/column.ts';

/** Columns of `[series × bars]` values: all bars of the first series, oldest first, then those of the second … */
export interface DeviceInput extends LooseColumns {
  readonly series: number;
  readonly bars: number;
}

/** The largest bar number that a 32-bit float counts exactly. */
const mostBars = 2 ** 24;

/** The columns of a computation, checked when they are first asked for. */
export class Market {
  readonly series: number;
  readonly bars: number;
  readonly #columns: LooseColumns;
  readonly #checked = new Map<Field, OutColumn>();

  /** @throws ColumnError when `series` or `bars` is no whole number, or there are more bars than can be counted. */
  constructor(input: DeviceInput) {
    this.series = count('series', input.series, Number.MAX_SAFE_INTEGER);
    this.bars = count('bars', input.bars, mostBars);
    this.#columns = input;
  }

  /** @throws ColumnError when the column is missing, has another length, or holds a value that is not finite. */
  column(field: Field): OutColumn {
    const known = this.#checked.get(field);
    if (known !== undefined) return known;
    const [column] = readColumns('device', [field], this.#columns);
    const length = this.series * this.bars;
    if (column.length !== length) {
      throw new ColumnError('device', field, {
        got: `${column.length} values`,
        allowed: `${length}: ${this.series} series of ${this.bars} bars`,
      });
    }
    this.#refuseHoles(field, column);
    this.#checked.set(field, column);
    return column;
  }

  has(field: Field): boolean {
    return this.#columns[field] !== undefined;
  }

  #refuseHoles(field: Field, column: OutColumn): void {
    if (isWhole(column)) return;
    const at = column.findIndex((value) => !Number.isFinite(value));
    throw new ColumnError('device', field, {
      got: `${column[at]} in series ${Math.floor(at / this.bars)} at bar ${at % this.bars}`,
      allowed: 'finite numbers',
      hint: 'Cut the series at the hole, or use the indicator itself, which begins anew after one.',
    });
  }
}

/** Whether all values are finite: then every one of them times nothing is nothing. */
function isWhole(column: OutColumn): boolean {
  let nothing = 0;
  for (let i = 0; i < column.length; i += 1) nothing += column[i]! * 0;
  return nothing === 0;
}

function count(name: 'series' | 'bars', value: number, most: number): number {
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
  throw new ColumnError('device', name, { got: String(value), allowed: `a whole number from 1 to ${most}` });
}

import type { FeedColumns } from '@org/strategies';

/**
 * The columns of what a bar is asked for; the outputs of the indicators follow. `RecordedBar` and `FeedBars` keep in fields
 * where they stand: an imported constant is looked up and checked anew at each reading.
 */
export const COLUMN = { openTime: 0, low: 1, high: 2, close: 3, open: 4, volume: 5 } as const;
export const FIRST_OUTPUT = 6;

/** How many bars of a feed are written at a time: those of a hundred feeds fit into the processor's cache. */
const ROWS = 64;

/** The same for a feed that is alone: long pieces are copied faster, and all columns still fit into the processor's cache. */
const ROWS_ALONE = 2_048;

/** The bar that was taken last and the one that closed last are read when the next one is there already. */
const BARS_IN_USE = 2;

/** How the bars of a feed lie in the table: how many at a time, how many before them, and where the values of a bar are. */
export interface RowLayout {
  readonly before: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells from one bar to the next, and from one column to the next: one of them is 1. */
  readonly rowStep: number;
  readonly columnStep: number;
  /** For each address among a bar's values, the cell in which it stands, counted from the one of the bar's open time. */
  readonly offsets: readonly number[];
}

/**
 * With many feeds: a backtest of many markets goes from one to the next at every bar, and with a column for each number of each
 * market, nothing that it needs would still be in the processor's cache when it comes back.
 */
export function barByBar(values: FeedColumns): RowLayout {
  const size = sizeOf(values, ROWS);
  return layout(values, size, size.columns, 1);
}

/** With a feed that is alone: a column is copied by the machine at once. */
export function columnByColumn(values: FeedColumns): RowLayout {
  const size = sizeOf(values, ROWS_ALONE);
  return layout(values, size, 1, size.before + size.rows);
}

type Size = Pick<RowLayout, 'before' | 'rows' | 'columns'>;

function sizeOf({ outputs, places }: FeedColumns, leastRows: number): Size {
  const before = BARS_IN_USE + places.reduce((most, { age }) => Math.max(most, age), 0);
  return { before, rows: Math.max(leastRows, 2 * before), columns: FIRST_OUTPUT + outputs.length };
}

function layout({ places }: FeedColumns, size: Size, rowStep: number, columnStep: number): RowLayout {
  const offsets = places.map(({ output, age }) => (FIRST_OUTPUT + output) * columnStep - age * rowStep);
  return { ...size, rowStep, columnStep, offsets };
}

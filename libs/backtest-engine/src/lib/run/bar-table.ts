import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { FeedColumns } from '@org/strategies';

/** The bars of one feed, and what the indicators make of them. */
export interface FeedData {
  readonly series: CandleSeries;
  readonly values: FeedColumns;
}

/** Where a row holds what every bar is asked for; the outputs of the indicators follow. */
export const CELL = { closeTime: 0, low: 1, high: 2, close: 3 } as const;
const FIRST_OUTPUT = 4;

/** Constants of our own: the global ones are properties, and make an object of every number that stands beside them. */
const NONE = NaN;
const NEVER = Infinity;

/** The rows of one feed in the table of a run: one for each bar, and one behind them that closes at Infinity. */
export interface FeedRows {
  /** The whole table; all feeds of a run share it. */
  readonly cells: Float64Array;
  readonly series: CandleSeries;
  /** The cell in which the first bar's row begins. */
  readonly begin: number;
  /** Cells from one row to the next. */
  readonly width: number;
  /** For each address among a bar's values, the cell in which it stands, counted from the beginning of the bar's row. */
  readonly offsets: readonly number[];
}

/**
 * Writes what the bars of all feeds are asked for most, bar by bar, into one table. A backtest of many markets goes
 * from one to the next at every bar: with a column for each number of each market, nothing that it needs would still be
 * in the processor's cache when it comes back.
 *
 * @param feeds every series at least as long as its values
 */
export function layOutBars(feeds: readonly FeedData[]): readonly FeedRows[] {
  const spans = feeds.map(spanOf);
  const cells = new Float64Array(
    spans.reduce((sum, { before, rows, width }) => sum + (before + rows) * width, 0),
  );
  const known = new Map<string, readonly number[]>();
  let at = 0;
  return spans.map(({ feed, before, rows, width }) => {
    const begin = at + before * width;
    cells.fill(NONE, at, begin);
    at = begin + rows * width;
    writeBars(cells, begin, width, feed);
    const offsets = feed.values.places.map(({ output, age }) => FIRST_OUTPUT + output - age * width);
    const key = offsets.join();
    if (!known.has(key)) known.set(key, offsets);
    return { cells, series: feed.series, begin, width, offsets: known.get(key) ?? offsets };
  });
}

/** How much room a feed takes: empty rows for what is looked at before the first bar, its own, and the one behind them. */
function spanOf(feed: FeedData) {
  const { outputs, places } = feed.values;
  const before = places.reduce((most, { age }) => Math.max(most, age), 0);
  return { feed, before, rows: feed.series.openTime.length + 1, width: FIRST_OUTPUT + outputs.length };
}

function writeBars(cells: Float64Array, begin: number, width: number, { series, values }: FeedData): void {
  const { openTime, low, high, close } = series;
  const lengthMs = INTERVAL_MS[series.interval];
  let row = begin;
  for (let bar = 0; bar < openTime.length; bar++, row += width) {
    cells[row + CELL.closeTime] = openTime[bar]! + lengthMs;
    cells[row + CELL.low] = low[bar]!;
    cells[row + CELL.high] = high[bar]!;
    cells[row + CELL.close] = close[bar]!;
  }
  cells[row + CELL.closeTime] = NEVER;
  values.outputs.forEach((output, at) => {
    let cell = begin + FIRST_OUTPUT + at;
    for (let bar = 0; bar < output.length; bar++, cell += width) cells[cell] = output[bar]!;
  });
}

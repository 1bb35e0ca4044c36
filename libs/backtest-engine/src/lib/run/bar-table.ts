import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { FeedColumns } from '@org/strategies';

/** The bars of one feed, and what the indicators make of them. */
export interface FeedData {
  readonly series: CandleSeries;
  readonly values: FeedColumns;
}

/**
 * Where a row holds what every bar is asked for; the outputs of the indicators follow. `RecordedBar` and `FeedBars` read
 * by the numbers themselves: an imported constant is looked up and checked anew at each reading, which costs more than it.
 */
export const CELL = { closeTime: 0, low: 1, high: 2, close: 3 } as const;
const FIRST_OUTPUT = 4;

/** How many bars of a feed are written at a time: those of a hundred feeds fit into the processor's cache. */
const ROWS = 64;

/** The bar that was taken last and the one that closed last are read when the next one is there already. */
const BARS_IN_USE = 2;

/** Constants of our own: the global ones are properties, and make an object of every number that stands beside them. */
const NONE = NaN;
const NEVER = Infinity;

/**
 * Puts what the bars of all feeds are asked for most into one table, bar by bar. A backtest of many markets goes from one
 * to the next at every bar: with a column for each number of each market, nothing that it needs would still be in the
 * processor's cache when it comes back.
 *
 * @param feeds every output as long as its series
 */
export function layOutBars(feeds: readonly FeedData[]): readonly FeedRows[] {
  const layouts = feeds.map(layoutOf);
  const cells = new Float64Array(
    layouts.reduce((sum, { before, rows, width }) => sum + (before + rows) * width, 0),
  );
  const known = new Map<string, readonly number[]>();
  let end = 0;
  return feeds.map((feed, at) => {
    const layout = layouts[at]!;
    const begin = end + layout.before * layout.width;
    end = begin + layout.rows * layout.width;
    return new FeedRows(feed, layout, cells, begin, shared(layout.offsets, known));
  });
}

/** How the rows of a feed look: how many at a time, how many before them, and where the values of a bar are. */
interface RowLayout {
  readonly before: number;
  readonly rows: number;
  readonly width: number;
  readonly offsets: readonly number[];
}

function layoutOf({ values: { outputs, places } }: FeedData): RowLayout {
  const width = FIRST_OUTPUT + outputs.length;
  const before = BARS_IN_USE + places.reduce((most, { age }) => Math.max(most, age), 0);
  const offsets = places.map(({ output, age }) => FIRST_OUTPUT + output - age * width);
  return { before, rows: Math.max(ROWS, 2 * before), width, offsets };
}

/** Lists that say the same are one list. */
function shared(offsets: readonly number[], known: Map<string, readonly number[]>): readonly number[] {
  const key = offsets.join();
  const same = known.get(key) ?? offsets;
  known.set(key, same);
  return same;
}

/**
 * The rows of one feed: some bars at a time, in front of them the last ones of those before. Behind the last bar of the
 * series there is one that closes at Infinity.
 */
export class FeedRows {
  /** The whole table; all feeds of a run share it. */
  declare readonly cells: Float64Array;
  declare readonly series: CandleSeries;
  /** The cell in which the row of the first bar begins, and the one behind the row of the last. */
  declare readonly begin: number;
  declare readonly end: number;
  /** Cells from one row to the next. */
  declare readonly width: number;
  /** For each address among a bar's values, the cell in which it stands, counted from the beginning of the bar's row. */
  declare readonly offsets: readonly number[];
  declare private readonly values: FeedColumns;
  declare private readonly kept: number;
  /** The bar whose row begins at `begin`. */
  private first = 0;

  constructor(
    { series, values }: FeedData,
    { before, rows, width }: RowLayout,
    cells: Float64Array,
    begin: number,
    offsets: readonly number[],
  ) {
    this.cells = cells;
    this.series = series;
    this.begin = begin;
    this.end = begin + rows * width;
    this.width = width;
    this.offsets = offsets;
    this.values = values;
    this.kept = before * width;
    cells.fill(NONE, begin - this.kept, begin);
    this.write();
  }

  /** The number, in the series, of the bar whose row begins at this cell. */
  indexOf(row: number): number {
    return this.first + (row - this.begin) / this.width;
  }

  /** Writes the next bars, when all rows are behind. Gives how many cells nearer to the beginning every row is now. */
  next(): number {
    const { cells, begin, end, kept, width } = this;
    cells.copyWithin(begin - kept, end - kept, end);
    this.first += (end - begin) / width;
    this.write();
    return end - begin;
  }

  private write(): void {
    const { cells, begin, end, width, series, values, first } = this;
    const behind = Math.min(first + (end - begin) / width, series.openTime.length);
    writeCandles(cells, begin, width, series, first, behind);
    values.outputs.forEach((output, at) => {
      writeOutput(cells, begin + FIRST_OUTPUT + at, width, output, first, behind);
    });
    const beyond = begin + (behind - first) * width;
    if (beyond < end) {
      cells[beyond + CELL.closeTime] = NEVER;
      cells[beyond + CELL.low] = NONE;
    }
  }
}

function writeCandles(
  cells: Float64Array,
  begin: number,
  width: number,
  { interval, openTime, low, high, close }: CandleSeries,
  first: number,
  behind: number,
): void {
  const lengthMs = INTERVAL_MS[interval];
  for (let bar = first, row = begin; bar < behind; bar++, row += width) {
    cells[row + CELL.closeTime] = openTime[bar]! + lengthMs;
    cells[row + CELL.low] = low[bar]!;
    cells[row + CELL.high] = high[bar]!;
    cells[row + CELL.close] = close[bar]!;
  }
}

function writeOutput(
  cells: Float64Array,
  begin: number,
  width: number,
  output: Float64Array,
  first: number,
  behind: number,
): void {
  for (let bar = first, cell = begin; bar < behind; bar++, cell += width) cells[cell] = output[bar]!;
}

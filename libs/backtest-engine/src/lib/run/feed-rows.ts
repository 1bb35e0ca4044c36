import type { CandleSeries } from '@org/domain';
import type { FeedColumns } from '@org/strategies';
import type { RowLayout } from './row-layout.ts';
import { COLUMN, FIRST_OUTPUT } from './row-layout.ts';

/** The bars of one feed, and what the indicators make of them. */
export interface FeedData {
  readonly series: CandleSeries;
  readonly values: FeedColumns;
}

/** Constants of our own: the global ones are properties, and make an object of every number that stands beside them. */
const NONE = NaN;
const NEVER = Infinity;

/**
 * The rows of one feed: some bars at a time, in front of them the last ones of those before. Behind the last bar of the
 * series there is one that opens at Infinity.
 */
export class FeedRows {
  /** The whole table; all feeds of a run share it. */
  declare readonly cells: Float64Array;
  declare readonly series: CandleSeries;
  /** The cell in which the row of the first bar begins, and where one behind the last would. */
  declare readonly begin: number;
  declare readonly end: number;
  declare readonly rowStep: number;
  declare readonly columnStep: number;
  declare readonly offsets: readonly number[];
  declare private readonly values: FeedColumns;
  declare private readonly kept: number;
  /** In how many pieces the rows are: one, or one for each column. */
  declare private readonly pieces: number;
  /** The bar whose row begins at `begin`. */
  private first = 0;

  /**
   * @param values every output as long as the series
   * @param offsets those of the layout: a list that many feeds share
   */
  constructor(
    { series, values }: FeedData,
    { before, rows, columns, rowStep, columnStep }: RowLayout,
    cells: Float64Array,
    begin: number,
    offsets: readonly number[],
  ) {
    this.cells = cells;
    this.series = series;
    this.begin = begin;
    this.end = begin + rows * rowStep;
    this.rowStep = rowStep;
    this.columnStep = columnStep;
    this.offsets = offsets;
    this.values = values;
    this.kept = before * rowStep;
    this.pieces = rowStep === 1 ? columns : 1;
    this.write();
  }

  /** Writes the next bars, when all rows are behind. Gives how many cells nearer to the beginning every row is now. */
  next(): number {
    const { cells, begin, end, kept, rowStep, columnStep, pieces } = this;
    for (let piece = 0; piece < pieces; piece++) {
      const at = piece * columnStep;
      cells.copyWithin(at + begin - kept, at + end - kept, at + end);
    }
    this.first += (end - begin) / rowStep;
    this.write();
    return end - begin;
  }

  private write(): void {
    const { cells, begin, end, rowStep, columnStep, series, first } = this;
    const behind = Math.min(first + (end - begin) / rowStep, series.openTime.length);
    if (this.pieces === 1) this.writeBars(behind);
    else this.writeColumns(behind);
    const beyond = begin + (behind - first) * rowStep;
    if (beyond < end) {
      cells[beyond + COLUMN.openTime * columnStep] = NEVER;
      cells[beyond + COLUMN.low * columnStep] = NONE;
    }
  }

  private writeBars(behind: number): void {
    const { cells, begin, rowStep, series, values, first } = this;
    writeCandles(cells, begin, rowStep, series, first, behind);
    values.outputs.forEach((output, at) => {
      writeOutput(cells, begin + FIRST_OUTPUT + at, rowStep, output, first, behind);
    });
  }

  private writeColumns(behind: number): void {
    const { cells, begin, columnStep, values, first } = this;
    const { openTime, open, low, high, close, volume } = this.series;
    const copy = (column: Float64Array, number: number): void => {
      cells.set(column.subarray(first, behind), begin + number * columnStep);
    };
    copy(openTime, COLUMN.openTime);
    copy(low, COLUMN.low);
    copy(high, COLUMN.high);
    copy(close, COLUMN.close);
    copy(open, COLUMN.open);
    copy(volume, COLUMN.volume);
    values.outputs.forEach((output, at) => copy(output, FIRST_OUTPUT + at));
  }
}

function writeCandles(
  cells: Float64Array,
  begin: number,
  rowStep: number,
  { openTime, open, low, high, close, volume }: CandleSeries,
  first: number,
  behind: number,
): void {
  for (let bar = first, row = begin; bar < behind; bar++, row += rowStep) {
    cells[row + COLUMN.openTime] = openTime[bar]!;
    cells[row + COLUMN.low] = low[bar]!;
    cells[row + COLUMN.high] = high[bar]!;
    cells[row + COLUMN.close] = close[bar]!;
    cells[row + COLUMN.open] = open[bar]!;
    cells[row + COLUMN.volume] = volume[bar]!;
  }
}

function writeOutput(
  cells: Float64Array,
  begin: number,
  rowStep: number,
  output: Float64Array,
  first: number,
  behind: number,
): void {
  for (let bar = first, cell = begin; bar < behind; bar++, cell += rowStep) cells[cell] = output[bar]!;
}

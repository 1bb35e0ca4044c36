import type { BarValues, Candle, CandleClosed, Interval } from '@org/domain';
import type { FeedRows } from './bar-table.ts';

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const MISSING = NaN;

/**
 * A bar of a recorded series as the event that it has closed, which is its candle and its values as well: all of it is
 * read where it stands in the table of the run (see `CELL`), and nothing of other bars. The same object can stand for one bar after
 * the other.
 */
export class RecordedBar implements CandleClosed, Candle, BarValues {
  declare private readonly cells: Float64Array;
  declare private readonly offsets: readonly number[];
  declare private readonly rows: FeedRows;
  declare private row: number;

  /** Stands for the first bar. */
  constructor(rows: FeedRows) {
    this.cells = rows.cells;
    this.offsets = rows.offsets;
    this.rows = rows;
    this.row = rows.begin;
  }

  /** Stands for the bar whose row begins at this cell from now on. */
  standFor(row: number): this {
    this.row = row;
    return this;
  }

  /** Stands for the same bar, whose row is that many cells nearer to the beginning now. */
  moveBack(cells: number): void {
    this.row -= cells;
  }

  get kind(): 'candleClosed' {
    return 'candleClosed';
  }

  get symbol(): string {
    return this.rows.series.symbol;
  }

  get interval(): Interval {
    return this.rows.series.interval;
  }

  get candle(): Candle {
    return this;
  }

  get values(): BarValues {
    return this;
  }

  get time(): number {
    return this.cells[this.row]!;
  }

  get openTime(): number {
    return this.rows.series.openTime[this.index]!;
  }

  get open(): number {
    return this.rows.series.open[this.index]!;
  }

  get high(): number {
    return this.cells[this.row + 2]!;
  }

  get low(): number {
    return this.cells[this.row + 1]!;
  }

  get close(): number {
    return this.cells[this.row + 3]!;
  }

  get volume(): number {
    return this.rows.series.volume[this.index]!;
  }

  at(address: number): number {
    const offset = this.offsets[address];
    return offset === undefined ? MISSING : this.cells[this.row + offset]!;
  }

  /** The same event as plain data. */
  plain(): CandleClosed {
    const { kind, time, symbol, interval, openTime, open, high, low, close, volume } = this;
    const candle = { openTime, open, high, low, close, volume };
    return {
      kind,
      time,
      symbol,
      interval,
      candle,
      values: this.offsets.map((_, address) => this.at(address)),
    };
  }

  private get index(): number {
    return this.rows.indexOf(this.row);
  }
}

import type { Calm, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { CandleCursor } from '@org/market-data';
import type { FeedRows } from './feed-rows.ts';
import { RecordedBar } from './recorded-bar.ts';
import { COLUMN } from './row-layout.ts';

/** When something is due, ms UTC: an object, since a number that is passed on each bar may become one each time. */
interface Due {
  readonly nextTime: number;
}

/**
 * The bars of one feed, one after the other.
 *
 * Two objects stand for them: the bar that the market is in, which the venue reads, and the newest one that has closed,
 * which the step keeps. They stay the same two for the whole run, so whoever holds one need not be given it again;
 * whoever keeps what a bar said takes its `plain` data.
 */
export class FeedBars implements CandleCursor<RecordedBar> {
  declare readonly symbol: string;
  declare readonly interval: Interval;
  /** The bar that was taken last. */
  declare readonly current: RecordedBar;
  /** The bar that closed last. */
  declare readonly closed: RecordedBar;
  declare readonly cells: Float64Array;
  declare readonly rowStep: number;
  declare readonly lengthMs: number;
  declare private readonly rows: FeedRows;
  /** From the row's beginning to its lowest and highest price, and to its close. */
  declare readonly toLow: number;
  declare readonly toHigh: number;
  declare readonly toClose: number;
  declare readonly end: number;
  /** The row of the next bar. */
  declare row: number;

  constructor(rows: FeedRows) {
    this.symbol = rows.series.symbol;
    this.interval = rows.series.interval;
    this.current = new RecordedBar(rows);
    this.closed = new RecordedBar(rows);
    this.rows = rows;
    this.cells = rows.cells;
    this.rowStep = rows.rowStep;
    this.lengthMs = INTERVAL_MS[rows.series.interval];
    this.toLow = COLUMN.low * rows.columnStep;
    this.toHigh = COLUMN.high * rows.columnStep;
    this.toClose = COLUMN.close * rows.columnStep;
    this.end = rows.end;
    this.row = rows.begin;
  }

  get nextCloseTime(): number {
    return this.cells[this.row]! + this.lengthMs;
  }

  /** Moves on to the next bar. It holds until the next `take`. */
  take(): RecordedBar {
    this.current.standFor(this.row);
    this.advance();
    return this.current;
  }

  /** Gives the bar that was taken last as one that has closed. It holds until the next `close`. */
  close(): RecordedBar {
    return this.closed.standFor(this.row - this.rowStep);
  }

  /** Whether there is a next bar that leaves a market alone that is as calm as that, and closes before anything else is due. */
  isNextCalm({ calmLow, calmHigh }: Calm, { nextTime }: Due): boolean {
    const { cells, row } = this;
    return (
      cells[row + this.toLow]! > calmLow &&
      cells[row + this.toHigh]! < calmHigh &&
      cells[row]! + this.lengthMs <= nextTime
    );
  }

  /** Whether the bar that was taken last leaves a market alone that is as calm as that. */
  isCurrentWithin({ calmLow, calmHigh }: Calm): boolean {
    const { cells } = this;
    const row = this.row - this.rowStep;
    return cells[row + this.toLow]! > calmLow && cells[row + this.toHigh]! < calmHigh;
  }

  /** Moves on to the bar of that row: nobody has traded in those before it. */
  passUpTo(row: number): void {
    this.row = row;
    if (row === this.end) this.turnOver();
  }

  private advance(): void {
    this.row += this.rowStep;
    if (this.row === this.end) this.turnOver();
  }

  private turnOver(): void {
    const cells = this.rows.next();
    this.row -= cells;
    this.current.moveBack(cells);
    this.closed.moveBack(cells);
  }
}

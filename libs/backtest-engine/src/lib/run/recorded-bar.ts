import type { BarValues, Candle, CandleClosed, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { FeedRows } from './feed-rows.ts';
import { COLUMN } from './row-layout.ts';

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const MISSING = NaN;

/**
 * A bar of a recorded series as the event that it has closed, which is its candle and its values as well: all of it is
 * read where it stands in the table of the run (see `COLUMN`), and nothing of other bars. The same object can stand for one bar after
 * the other.
 */
export class RecordedBar implements CandleClosed, Candle, BarValues {
  declare readonly symbol: string;
  declare readonly interval: Interval;
  declare private readonly cells: Float64Array;
  declare private readonly offsets: readonly number[];
  declare private readonly lengthMs: number;
  /** From the row's beginning to where each of these stands. */
  declare private readonly toLow: number;
  declare private readonly toHigh: number;
  declare private readonly toClose: number;
  declare private readonly toOpen: number;
  declare private readonly toVolume: number;
  declare private row: number;

  /** Stands for the first bar. */
  constructor(rows: FeedRows) {
    const { series, cells, offsets, columnStep, begin } = rows;
    this.symbol = series.symbol;
    this.interval = series.interval;
    this.cells = cells;
    this.offsets = offsets;
    this.lengthMs = INTERVAL_MS[series.interval];
    this.toLow = COLUMN.low * columnStep;
    this.toHigh = COLUMN.high * columnStep;
    this.toClose = COLUMN.close * columnStep;
    this.toOpen = COLUMN.open * columnStep;
    this.toVolume = COLUMN.volume * columnStep;
    this.row = begin;
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

  get candle(): Candle {
    return this;
  }

  get values(): BarValues {
    return this;
  }

  get time(): number {
    return this.openTime + this.lengthMs;
  }

  get openTime(): number {
    return this.cells[this.row]!;
  }

  get open(): number {
    return this.cells[this.row + this.toOpen]!;
  }

  get high(): number {
    return this.cells[this.row + this.toHigh]!;
  }

  get low(): number {
    return this.cells[this.row + this.toLow]!;
  }

  get close(): number {
    return this.cells[this.row + this.toClose]!;
  }

  get volume(): number {
    return this.cells[this.row + this.toVolume]!;
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
}

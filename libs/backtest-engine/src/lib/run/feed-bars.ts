import type { Calm, Interval } from '@org/domain';
import type { CandleCursor } from '@org/market-data';
import type { RecordedColumns } from './recorded-bar.ts';
import { RecordedBar } from './recorded-bar.ts';

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const NEVER = Infinity;

/**
 * The bars of one feed, one after the other.
 *
 * Two objects stand for them: the bar that the market is in, which the venue reads, and the newest one that has closed,
 * which the step keeps. They stay the same two for the whole run, so whoever holds one need not be given it again;
 * whoever keeps what a bar said takes its `plain` data.
 */
export class FeedBars implements CandleCursor<RecordedBar> {
  readonly symbol: string;
  readonly interval: Interval;
  nextCloseTime: number;
  /** The bar that was taken last. */
  readonly current: RecordedBar;
  private readonly closed: RecordedBar;
  private readonly columns: RecordedColumns;
  private index = 0;

  constructor(columns: RecordedColumns) {
    this.symbol = columns.symbol;
    this.interval = columns.interval;
    this.columns = columns;
    this.current = new RecordedBar(columns);
    this.closed = new RecordedBar(columns);
    this.nextCloseTime = this.closeTime(0);
  }

  /** Moves on to the next bar. It holds until the next `take`. */
  take(): RecordedBar {
    const bar = this.current.standFor(this.index++, this.nextCloseTime);
    this.nextCloseTime = this.closeTime(this.index);
    return bar;
  }

  /** Gives the bar that was taken last as one that has closed. It holds until the next `close`. */
  close(): RecordedBar {
    return this.closed.standFor(this.index - 1, this.current.time);
  }

  /** Whether the next bar leaves a market alone that is as calm as that. */
  isNextWithin(calm: Calm): boolean {
    return this.isWithin(this.index, calm);
  }

  /** The same for the bar that was taken last. */
  isCurrentWithin(calm: Calm): boolean {
    return this.isWithin(this.index - 1, calm);
  }

  /** Moves on to the next bar and gives it as one that has closed: nobody has traded in it. */
  pass(): RecordedBar {
    const bar = this.closed.standFor(this.index++, this.nextCloseTime);
    this.nextCloseTime = this.closeTime(this.index);
    return bar;
  }

  private isWithin(index: number, { calmLow, calmHigh }: Calm): boolean {
    const { low, high } = this.columns;
    return low[index]! > calmLow && high[index]! < calmHigh;
  }

  private closeTime(index: number): number {
    const { count, openTime, lengthMs } = this.columns;
    return index < count ? openTime[index]! + lengthMs : NEVER;
  }
}

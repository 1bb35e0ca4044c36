import type { Interval } from '@org/domain';
import type { CandleCursor } from '@org/market-data';
import type { RecordedColumns } from './recorded-bar.ts';
import { RecordedBar } from './recorded-bar.ts';

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const NEVER = Infinity;

/**
 * The bars of one feed, one after the other.
 *
 * Two objects take turns to stand for them: the step keeps the newest bar of each feed, so one is kept while the other
 * moves on. A bar therefore holds until the second `take` after it, and whoever keeps it for longer takes its `plain` data.
 */
export class FeedBars implements CandleCursor<RecordedBar> {
  readonly symbol: string;
  readonly interval: Interval;
  nextCloseTime: number;
  private readonly columns: RecordedColumns;
  private index = 0;
  private coming: RecordedBar;
  private told: RecordedBar;

  constructor(columns: RecordedColumns) {
    this.symbol = columns.symbol;
    this.interval = columns.interval;
    this.columns = columns;
    this.coming = new RecordedBar(columns);
    this.told = new RecordedBar(columns);
    this.nextCloseTime = this.closeTime(0);
  }

  take(): RecordedBar {
    const bar = this.coming.standFor(this.index++, this.nextCloseTime);
    this.coming = this.told;
    this.told = bar;
    this.nextCloseTime = this.closeTime(this.index);
    return bar;
  }

  private closeTime(index: number): number {
    const { count, openTime, lengthMs } = this.columns;
    return index < count ? openTime[index]! + lengthMs : NEVER;
  }
}

import type { OrderCommand, OrderEvent, SelectiveBarVenue } from '@org/domain';
import type { BarFeed } from './bar-feed.ts';

/**
 * The venue, and which bars of a time slice it is shown: those that have anything to do with our orders, and those of
 * markets that a command is sent to while it is at work.
 */
export class ShownBars {
  declare private readonly venue: SelectiveBarVenue;
  /** Where the bars of each market are that its orders are matched on. */
  declare private readonly feeds: ReadonlyMap<string, BarFeed>;
  /** Counts the slices. */
  private slice = 0;
  private shown = 0;
  private atWork = false;

  constructor(venue: SelectiveBarVenue, feeds: readonly BarFeed[]) {
    this.venue = venue;
    this.feeds = new Map(feeds.filter(({ isBase }) => isBase).map((feed) => [feed.symbol, feed]));
  }

  beginSlice(): void {
    this.slice += 1;
  }

  /** Takes the newest bar of a feed, and shows it if it is not as calm as its market. */
  take(feed: BarFeed): void {
    if (!feed.isBase) return;
    if (feed.bars.isCurrentWithin(feed.calm)) feed.unseenIn = this.slice;
    else this.show(feed);
  }

  /** Shows the newest bar of a feed, whatever it may do. */
  show(feed: BarFeed): void {
    const { candle, time } = feed.bars.current;
    feed.unseenIn = -1;
    this.shown += 1;
    this.venue.openBar(feed.symbol, candle, time);
  }

  /** The next thing that happens in the bars that were shown; undefined behind the last. */
  nextEvent(): OrderEvent | undefined {
    if (this.shown === 0) return undefined;
    const event = this.venue.nextEvent();
    this.atWork = event !== undefined;
    if (!this.atWork) this.shown = 0;
    return event;
  }

  /** What is sent while the venue is at work takes part in what is left of the bar, so it must know that there is one. */
  submit(command: OrderCommand): void {
    if (this.atWork) {
      const feed = this.feeds.get(command.symbol);
      if (feed !== undefined && feed.unseenIn === this.slice) this.show(feed);
    }
    this.venue.submit(command);
  }
}

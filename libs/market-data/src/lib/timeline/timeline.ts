import type { Candle } from '@org/domain';
import { INTERVAL_MS, OnestepError, barOpen } from '@org/domain';
import type { CandleCursor, FeedName } from '../cursors/candle-cursor.ts';
import { compareFeeds } from '../series/compare-feeds.ts';

/** The timeline was used against its rules. */
export class TimelineError extends OnestepError {}

const NOTHING_MISSING: readonly FeedName[] = [];

/**
 * Merges feeds into one order: by close time, then symbol, then interval from short to long. `advance` moves to the
 * next item, which is a bar of the cursor number `feed` (to be taken before the next `advance`), or, with `feed` -1,
 * the word that a time slice is over and that the feeds in `missing` should have closed a bar in it and have none.
 * That word comes at most once a slice, behind its bars; a time at which no feed has a bar gives nothing.
 *
 * @example
 * const timeline = new Timeline([seriesCursor(btc), seriesCursor(eth), aggregateCursor(seriesCursor(btc), '4h')]);
 * while (timeline.advance()) {
 *   if (timeline.feed === -1) console.log(timeline.time, 'without', timeline.missing);
 *   else console.log(timeline.time, timeline.feed, timeline.take().close);
 * }
 */
export class Timeline<Bar = Candle> {
  /** The feeds in the order in which they were given, which is what `feed` counts in. */
  readonly cursors: readonly CandleCursor<Bar>[];

  // One pass over the feeds, by rank, gives a slice's bars and finds the time of the next slice.
  readonly #ranked: readonly CandleCursor<Bar>[];
  readonly #feedOfRank: Int32Array;
  readonly #closeTime: Float64Array;
  /** No bar of the rank is due before this time. */
  readonly #due: Float64Array;
  readonly #names: readonly FeedName[];
  #rank: number;
  #nextTime: number;

  #time = -Infinity;
  #feed = -1;
  #missing: FeedName[] | undefined;

  /**
   * @throws TimelineError `feed-twice` when two cursors have one symbol and interval.
   */
  constructor(cursors: readonly CandleCursor<Bar>[]) {
    this.cursors = cursors;
    const order = cursors.map((_, feed) => feed).sort((a, b) => compareFeeds(cursors[a]!, cursors[b]!));
    this.#feedOfRank = Int32Array.from(order);
    this.#ranked = order.map((feed) => cursors[feed]!);
    this.#ranked.forEach(refuseTwin);
    this.#closeTime = Float64Array.from(this.#ranked, ({ nextCloseTime }) => nextCloseTime);
    this.#names = this.#ranked.map(({ symbol, interval }) => ({ symbol, interval }));
    this.#due = new Float64Array(cursors.length).fill(-Infinity);
    this.#nextTime = this.#closeTime.reduce((least, time) => Math.min(least, time), Infinity);
    this.#rank = cursors.length;
  }

  /** The close time of the current slice, in ms UTC; -Infinity before the first. */
  get time(): number {
    return this.#time;
  }

  /** The number, in `cursors`, of the feed whose bar is next to be taken; -1 where the item names missing feeds. */
  get feed(): number {
    return this.#feed;
  }

  /** The feeds without a bar that was due; empty while `feed` is not -1. */
  get missing(): readonly FeedName[] {
    return (this.#feed === -1 ? this.#missing : undefined) ?? NOTHING_MISSING;
  }

  /**
   * Takes the current bar.
   *
   * @throws TimelineError `no-bar-here` while `feed` is -1.
   */
  take(): Bar {
    const cursor = this.cursors[this.#feed];
    if (cursor !== undefined) return cursor.take();
    throw new TimelineError('no-bar-here', {
      what: 'the timeline stands at no bar',
      allowed: 'take() after advance() while feed is not -1',
    });
  }

  /**
   * Moves to the next item; false at the end.
   *
   * @throws TimelineError `bar-not-taken` when the bar of the item before was left lying.
   */
  advance(): boolean {
    if (this.#feed !== -1) this.#leaveBar();
    for (;;) {
      if (this.#findBar()) return true;
      this.#feed = -1;
      if (this.#missing !== undefined && this.#rank === this.#ranked.length) {
        this.#rank++;
        return true;
      }
      this.#missing = undefined;
      if (this.#nextTime === Infinity) return false;
      this.#time = this.#nextTime;
      this.#nextTime = Infinity;
      this.#rank = 0;
    }
  }

  /** Finds the next bar of this slice, noting on the way what closes later and what is missing. */
  #findBar(): boolean {
    const ranks = this.#ranked.length;
    const time = this.#time;
    while (this.#rank < ranks) {
      const rank = this.#rank;
      const closeTime = this.#closeTime[rank]!;
      if (closeTime === time) {
        this.#feed = this.#feedOfRank[rank]!;
        return true;
      }
      if (closeTime < this.#nextTime) this.#nextTime = closeTime;
      if (time >= this.#due[rank]!) this.#noteIfDue(rank, this.#names[rank]!);
      this.#rank = rank + 1;
    }
    return false;
  }

  #leaveBar(): void {
    const rank = this.#rank;
    const cursor = this.#ranked[rank]!;
    const closeTime = cursor.nextCloseTime;
    if (!(closeTime > this.#time)) throw barNotTaken(cursor, this.#time);
    this.#closeTime[rank] = closeTime;
    if (closeTime < this.#nextTime) this.#nextTime = closeTime;
    this.#rank = rank + 1;
  }

  #noteIfDue(rank: number, name: FeedName): void {
    const opened = barOpen(this.#time, name.interval);
    this.#due[rank] = opened + INTERVAL_MS[name.interval];
    if (opened !== this.#time) return;
    if (this.#missing === undefined) this.#missing = [name];
    else this.#missing.push(name);
  }
}

function refuseTwin(feed: FeedName, rank: number, ranked: readonly FeedName[]): void {
  const before = ranked[rank - 1];
  if (before === undefined || compareFeeds(before, feed) !== 0) return;
  throw new TimelineError('feed-twice', {
    what: 'a timeline takes a feed once',
    found: `${feed.symbol} ${feed.interval} twice`,
    allowed: 'one cursor for each symbol and interval',
  });
}

function barNotTaken({ symbol, interval }: FeedName, time: number): TimelineError {
  return new TimelineError('bar-not-taken', {
    what: `the bar of ${symbol} ${interval} that closed at ${time} was not taken`,
    allowed: 'take() once between two advance()',
    hint: 'A bar may also not close before the one ahead of it.',
  });
}

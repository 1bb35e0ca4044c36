import type { Interval } from '@org/domain';
import { INTERVAL_MS, isBarBoundary } from '@org/domain';
import fc from 'fast-check';
import { HOUR, MINUTE, START, range, sampleCandle, sampleSeries } from '../../testing/sample-candles.ts';
import { aggregateCursor } from '../aggregation/aggregate-cursor.ts';
import type { CandleCursor } from '../cursors/candle-cursor.ts';
import { seriesCursor } from '../cursors/series-cursor.ts';
import { Timeline, TimelineError } from './timeline.ts';

type Told = readonly [time: number, what: string];

function tell(timeline: Timeline): Told[] {
  const told: Told[] = [];
  while (timeline.advance()) {
    const cursor = timeline.cursors[timeline.feed];
    if (cursor === undefined) told.push([timeline.time, `no ${timeline.missing.map(name).join(', ')}`]);
    else {
      const { openTime } = timeline.take();
      expect(openTime + INTERVAL_MS[cursor.interval]).toBe(timeline.time);
      told.push([timeline.time, name(cursor)]);
    }
  }
  return told;
}

function name({ symbol, interval }: { symbol: string; interval: Interval }): string {
  return `${symbol} ${interval}`;
}

function hours(symbol: string, positions: readonly number[]): CandleCursor {
  return seriesCursor(sampleSeries(symbol, '1h', positions));
}

describe('the timeline', () => {
  it('orders bars by close time, then symbol, then interval from short to long', () => {
    const bitcoin = sampleSeries('BTCUSDT', '1h', range(2));
    const timeline = new Timeline([
      hours('ETHUSDT', [0, 1]),
      aggregateCursor(seriesCursor(bitcoin), '2h'),
      seriesCursor(bitcoin),
    ]);
    expect(tell(timeline)).toEqual([
      [START + HOUR, 'BTCUSDT 1h'],
      [START + HOUR, 'ETHUSDT 1h'],
      [START + 2 * HOUR, 'BTCUSDT 1h'],
      [START + 2 * HOUR, 'BTCUSDT 2h'],
      [START + 2 * HOUR, 'ETHUSDT 1h'],
    ]);
  });

  it('names, once and last, the feeds whose bar did not come', () => {
    const timeline = new Timeline([hours('C', [0, 1, 2]), hours('A', [0, 2]), hours('B', [2])]);
    expect(tell(timeline)).toEqual([
      [START + HOUR, 'A 1h'],
      [START + HOUR, 'C 1h'],
      [START + HOUR, 'no B 1h'],
      [START + 2 * HOUR, 'C 1h'],
      [START + 2 * HOUR, 'no A 1h, B 1h'],
      [START + 3 * HOUR, 'A 1h'],
      [START + 3 * HOUR, 'B 1h'],
      [START + 3 * HOUR, 'C 1h'],
    ]);
  });

  it('goes on naming a feed that has ended, as a live session would', () => {
    expect(tell(new Timeline([hours('A', [0, 1]), hours('B', [])]))).toEqual([
      [START + HOUR, 'A 1h'],
      [START + HOUR, 'no B 1h'],
      [START + 2 * HOUR, 'A 1h'],
      [START + 2 * HOUR, 'no B 1h'],
    ]);
  });

  it('misses no long bar between its closes', () => {
    const minutes = seriesCursor(sampleSeries('A', '1m', [58, 59, 60]));
    expect(tell(new Timeline([minutes, hours('A', [])]))).toEqual([
      [START + 59 * MINUTE, 'A 1m'],
      [START + 60 * MINUTE, 'A 1m'],
      [START + 60 * MINUTE, 'no A 1h'],
      [START + 61 * MINUTE, 'A 1m'],
    ]);
  });

  it('says nothing of times at which no feed has a bar', () => {
    expect(tell(new Timeline([hours('A', [0, 9])])).map(([time]) => time)).toEqual([
      START + HOUR,
      START + 10 * HOUR,
    ]);
  });

  it('stands before everything at first and at no bar at the end', () => {
    const timeline = new Timeline([hours('A', [0])]);
    expect([timeline.time, timeline.feed, timeline.missing]).toEqual([-Infinity, -1, []]);
    expect(timeline.advance()).toBe(true);
    expect([timeline.time, timeline.feed, timeline.missing]).toEqual([START + HOUR, 0, []]);
    expect(timeline.take()).toEqual(sampleCandle(START));
    expect(timeline.advance()).toBe(false);
    expect(timeline.advance()).toBe(false);
    expect([timeline.time, timeline.feed, timeline.missing]).toEqual([START + HOUR, -1, []]);
    expect(() => timeline.take()).toThrow('the timeline stands at no bar');
  });

  it('is over at once without feeds', () => {
    expect(new Timeline([]).advance()).toBe(false);
  });

  it('refuses one feed given twice', () => {
    expect(() => new Timeline([hours('A', [0]), hours('B', [0]), hours('A', [1])])).toThrow(
      'found A 1h twice',
    );
  });

  it('refuses to go on while a bar is not taken', () => {
    const timeline = new Timeline([hours('A', [0, 1])]);
    timeline.advance();
    expect(() => timeline.advance()).toThrow(TimelineError);
    expect(() => timeline.advance()).toThrow('the bar of A 1h');
  });

  it('equals a sort of everything, with what is missing behind each time', () => {
    const feeds = fc.uniqueArray(
      fc.record({
        symbol: fc.constantFrom('A', 'B', 'C'),
        interval: fc.constantFrom('1m', '3m', '5m', '1h'),
        positions: fc.uniqueArray(fc.nat(40), { maxLength: 25 }).map((all) => all.sort((a, b) => a - b)),
      }),
      { selector: name, maxLength: 6 },
    );
    fc.assert(
      fc.property(feeds, (given) => {
        const cursors = given.map(({ symbol, interval, positions }) =>
          seriesCursor(sampleSeries(symbol, interval, positions)),
        );
        expect(tell(new Timeline(cursors))).toEqual(sorted(given));
      }),
    );
  });
});

interface Given {
  readonly symbol: string;
  readonly interval: Interval;
  readonly positions: readonly number[];
}

function sorted(feeds: readonly Given[]): Told[] {
  const ranked = feeds.toSorted(
    (a, b) => a.symbol.localeCompare(b.symbol) || INTERVAL_MS[a.interval] - INTERVAL_MS[b.interval],
  );
  const closes = (feed: Given) =>
    feed.positions.map((position) => START + (position + 1) * INTERVAL_MS[feed.interval]);
  const times = [...new Set(ranked.flatMap(closes))].sort((a, b) => a - b);
  return times.flatMap((time) => {
    const present = ranked.filter((feed) => closes(feed).includes(time));
    const absent = ranked.filter((feed) => !present.includes(feed) && isBarBoundary(time, feed.interval));
    const bars = present.map((feed): Told => [time, name(feed)]);
    return absent.length === 0 ? bars : [...bars, [time, `no ${absent.map(name).join(', ')}`] as const];
  });
}

import type { Candle, CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS, barOpen } from '@org/domain';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE, START, range, sampleSeries } from '../../testing/sample-candles.ts';
import type { CandleCursor } from '../cursors/candle-cursor.ts';
import { seriesCursor } from '../cursors/series-cursor.ts';
import { candleAt, seriesOf } from '../series/candle-columns.ts';
import { aggregateCursor } from './aggregate-cursor.ts';
import { aggregateSeries } from './aggregate-series.ts';

const TEN_MINUTES: readonly Candle[] = [
  { openTime: START, open: 10, high: 12, low: 9, close: 11, volume: 1 },
  { openTime: START + MINUTE, open: 11, high: 11, low: 7, close: 8, volume: 2 },
  { openTime: START + 2 * MINUTE, open: 8, high: 20, low: 8, close: 15, volume: 4 },
  { openTime: START + 3 * MINUTE, open: 15, high: 15, low: 14, close: 14, volume: 8 },
];

function drain(cursor: CandleCursor): { closeTime: number; candle: Candle }[] {
  const taken = [];
  while (cursor.nextCloseTime !== Infinity) {
    const closeTime = cursor.nextCloseTime;
    taken.push({ closeTime, candle: cursor.take() });
  }
  return taken;
}

function candles(series: CandleSeries): Candle[] {
  return range(series.openTime.length).map((index) => candleAt(series, index));
}

/** The same by the book: group, fold, and drop what is not whole. */
function naively(series: CandleSeries, interval: Interval): Candle[] {
  const all = candles(series);
  const length = INTERVAL_MS[interval];
  const groups = new Map<number, Candle[]>();
  for (const candle of all) {
    const bucket = barOpen(candle.openTime, interval);
    groups.set(bucket, [...(groups.get(bucket) ?? []), candle]);
  }
  const firstOpen = all[0]?.openTime ?? 0;
  const lastClose = (all.at(-1)?.openTime ?? 0) + INTERVAL_MS[series.interval];
  return [...groups]
    .filter(([openTime]) => openTime >= firstOpen && openTime + length <= lastClose)
    .map(([openTime, bars]) => ({
      openTime,
      open: bars[0]!.open,
      high: Math.max(...bars.map(({ high }) => high)),
      low: Math.min(...bars.map(({ low }) => low)),
      close: bars.at(-1)!.close,
      volume: bars.reduce((sum, { volume }) => sum + volume, 0),
    }));
}

describe('a higher interval', () => {
  it('opens with the first bar, closes with the last, and spans and sums what lies between', () => {
    const cursor = aggregateCursor(seriesCursor(seriesOf('BTCUSDT', '1m', TEN_MINUTES)), '3m');
    expect(cursor).toMatchObject({ symbol: 'BTCUSDT', interval: '3m', nextCloseTime: START + 3 * MINUTE });
    expect(cursor.take()).toEqual({ openTime: START, open: 10, high: 20, low: 7, close: 15, volume: 7 });
    expect(cursor.nextCloseTime).toBe(Infinity);
    expect(() => cursor.take()).toThrow('no further bar of BTCUSDT 3m');
  });

  it('is whole when the base ends with its last bar', () => {
    const series = sampleSeries('BTCUSDT', '1h', range(8));
    expect(drain(aggregateCursor(seriesCursor(series), '4h')).map(({ closeTime }) => closeTime)).toEqual([
      START + 4 * HOUR,
      START + 8 * HOUR,
    ]);
  });

  it('leaves out a first bucket that the base enters midway', () => {
    const cursor = aggregateCursor(seriesCursor(sampleSeries('BTCUSDT', '1h', [3, 4, 5, 6, 7])), '4h');
    expect(drain(cursor).map(({ candle }) => candle.openTime)).toEqual([START + 4 * HOUR]);
  });

  it('gives nothing where the base never fills a bucket', () => {
    expect(drain(aggregateCursor(seriesCursor(sampleSeries('BTCUSDT', '1h', [1, 2])), '4h'))).toEqual([]);
    expect(aggregateSeries(sampleSeries('BTCUSDT', '1h', [1, 2]), '4h').openTime).toHaveLength(0);
    expect(drain(aggregateCursor(seriesCursor(sampleSeries('BTCUSDT', '1h', [])), '4h'))).toEqual([]);
    expect(aggregateSeries(sampleSeries('BTCUSDT', '1h', []), '4h').openTime).toHaveLength(0);
  });

  it('is shortened by a gap and skips what lies wholly in one', () => {
    const cursor = aggregateCursor(seriesCursor(sampleSeries('BTCUSDT', '1h', [0, 1, 13])), '4h');
    const [first, ...others] = drain(cursor);
    expect(first).toMatchObject({ closeTime: START + 4 * HOUR, candle: { openTime: START } });
    expect(others).toEqual([]);
  });

  it('opens weeks on Monday', () => {
    const series = sampleSeries('BTCUSDT', '1d', range(14));
    expect(candles(aggregateSeries(series, '1w')).map(({ openTime }) => openTime)).toEqual([
      START,
      START + 7 * DAY,
    ]);
  });

  it.each(['30m', '1m'] as const)('of %s cannot be made of hours', (interval) => {
    const series = sampleSeries('BTCUSDT', '1h', range(3));
    expect(() => aggregateSeries(series, interval)).toThrow('allowed: 1h, 2h, 4h, 6h, 8h, 12h, 1d, 3d, 1w');
    expect(() => aggregateCursor(seriesCursor(series), interval)).toThrow(
      `bars of ${interval} cannot be built from bars of 1h`,
    );
  });

  it('is the same in one piece, bar by bar and by the book, whatever is missing', () => {
    const positions = fc.uniqueArray(fc.nat(600), { maxLength: 300 }).map((all) => all.sort((a, b) => a - b));
    const interval = fc.constantFrom('1m', '3m', '5m', '15m', '1h', '4h');
    fc.assert(
      fc.property(positions, interval, fc.nat(300), (bars, higher, offset) => {
        const series = sampleSeries('BTCUSDT', '1m', bars, START + offset * MINUTE);
        const batch = candles(aggregateSeries(series, higher));
        const streamed = drain(aggregateCursor(seriesCursor(series), higher));
        expect(batch).toEqual(naively(series, higher));
        expect(streamed.map(({ candle }) => candle)).toEqual(batch);
        expect(streamed.map(({ closeTime }) => closeTime)).toEqual(
          batch.map(({ openTime }) => openTime + INTERVAL_MS[higher]),
        );
      }),
    );
  });

  it('never shows a bar before a bar of the base has passed its end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 30 }), (unsorted) => {
        const bars = unsorted.sort((a, b) => a - b);
        const series = sampleSeries('BTCUSDT', '1h', bars);
        for (let known = 1; known <= bars.length; known++) {
          const given = drain(aggregateCursor(seriesCursor(series, 0, known), '4h'));
          const lastClose = series.openTime[known - 1]! + HOUR;
          expect(given.every(({ closeTime }) => closeTime <= lastClose)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

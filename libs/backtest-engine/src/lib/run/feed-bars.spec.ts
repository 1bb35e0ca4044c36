import type { CandleSeries } from '@org/domain';
import { sampleBars } from '@org/strategies/testing';
import { layOutBars } from './bar-table.ts';
import { FeedBars } from './feed-bars.ts';

const HOUR_MS = 3_600_000;
/** Of 2,048 bars that are written at a time where a feed is alone these are more than two, of 64 beside another seventy. */
const BARS = 4_500;
const series: CandleSeries = sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: BARS, seed: 1 });

/** Two values a bar: its index, and that of the bar before. */
const values = {
  outputs: [Float64Array.from({ length: BARS }, (_, index) => index)],
  places: [
    { output: 0, age: 0 },
    { output: 0, age: 1 },
  ],
  valuesAt: (index: number) => [index, index < 1 ? NaN : index - 1],
};

function open(feeds = 1): FeedBars {
  const [rows] = layOutBars(Array.from({ length: feeds }, () => ({ series, values })));
  if (rows === undefined) throw new Error('one feed has its rows');
  return new FeedBars(rows);
}

const candleAt = (index: number) => ({
  openTime: series.openTime[index],
  open: series.open[index],
  high: series.high[index],
  low: series.low[index],
  close: series.close[index],
  volume: series.volume[index],
});

describe('the bars of a feed', () => {
  it.each([1, 2])('come one after the other, each as the event that it has closed, of %i', (feeds) => {
    const bars = open(feeds);
    for (let index = 0; index < BARS; index++) {
      expect(bars.nextCloseTime).toBe((series.openTime[index] ?? 0) + HOUR_MS);
      expect(bars.take().plain()).toEqual({
        kind: 'candleClosed',
        time: (series.openTime[index] ?? 0) + HOUR_MS,
        symbol: 'BTCUSDT',
        interval: '1h',
        candle: candleAt(index),
        values: values.valuesAt(index),
      });
    }
    expect(bars.nextCloseTime).toBe(Infinity);
  });

  it('are read where they stand, without being made plain', () => {
    const bars = open();
    bars.take();
    const { candle, time, values: told } = bars.take();
    const { openTime, open: opened, high, low, close, volume } = candle;
    expect({ openTime, open: opened, high, low, close, volume }).toEqual(candleAt(1));
    expect([time - openTime, told.at(0), told.at(1)]).toEqual([HOUR_MS, 1, 0]);
  });

  it('hold until the next one is taken', () => {
    const bars = open();
    const first = bars.take();
    const told = first.plain();
    bars.take();
    expect(first.plain().candle).toEqual(candleAt(1));
    expect(told.candle).toEqual(candleAt(0));
  });

  it.each([1, 2])(
    'that have closed hold until the next has closed, whatever was taken since, of %i',
    (feeds) => {
      const bars = open(feeds);
      bars.take();
      const closed = bars.close();
      for (let index = 0; index + 1 < BARS; index++) {
        expect(closed.plain().candle).toEqual(candleAt(index));
        const taken = bars.take();
        expect(closed.plain()).toMatchObject({ candle: candleAt(index), values: values.valuesAt(index) });
        expect(closed.time).toBe((series.openTime[index] ?? 0) + HOUR_MS);
        expect(taken.plain()).toMatchObject({
          candle: candleAt(index + 1),
          values: values.valuesAt(index + 1),
        });
        expect(bars.close()).toBe(closed);
      }
      expect(closed.plain().candle).toEqual(candleAt(BARS - 1));
    },
  );

  it.each([1, 7, BARS])(
    'that nobody trades in are passed by as if they had been taken and closed, %i at a time at most',
    (most) => {
      const [passed, taken] = [open(), open()];
      let index = 0;
      while (index < BARS - 1) {
        let { row } = passed;
        for (let of = 0; of < most && row !== passed.end && index < BARS - 1; of++, index++) {
          taken.take();
          passed.closed.standFor(row);
          expect(passed.closed.plain()).toEqual(taken.close().plain());
          row += passed.rowStep;
        }
        passed.passUpTo(row);
        expect(passed.closed.plain()).toEqual(taken.close().plain());
        expect(passed.nextCloseTime).toBe(taken.nextCloseTime);
      }
      expect(passed.take().plain()).toEqual(taken.take().plain());
      expect(passed.close().plain().candle).toEqual(candleAt(BARS - 1));
    },
  );

  it('stay within what lies strictly around them, the next one and the one taken last', () => {
    const bars = open();
    const never = { nextTime: Infinity };
    const around = { calmLow: (series.low[0] ?? 0) - 0.01, calmHigh: (series.high[0] ?? 0) + 0.01 };
    const atLow = { ...around, calmLow: series.low[0] ?? 0 };
    const atHigh = { ...around, calmHigh: series.high[0] ?? 0 };
    expect([around, atLow, atHigh].map((calm) => bars.isNextCalm(calm, never))).toEqual([true, false, false]);
    bars.take();
    expect([around, atLow, atHigh].map((calm) => bars.isCurrentWithin(calm))).toEqual([true, false, false]);
  });

  it('are calm only where nothing is due before they close, and where there are any', () => {
    const bars = open();
    const calm = { calmLow: -Infinity, calmHigh: Infinity };
    const dueAt = (nextTime: number): boolean => bars.isNextCalm(calm, { nextTime });
    const { nextCloseTime } = bars;
    expect([nextCloseTime - 1, nextCloseTime, Infinity].map(dueAt)).toEqual([false, true, true]);
    for (let index = 0; index < BARS; index++) bars.take();
    expect(bars.nextCloseTime).toBe(Infinity);
    expect(dueAt(Infinity)).toBe(false);
  });
});

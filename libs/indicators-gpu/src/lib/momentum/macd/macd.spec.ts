import { firstDifference } from '../../../../bench/difference.ts';
import { randomBars } from '../../../../bench/series.ts';
import { macd } from './macd.ts';

describe('the lines of a column', () => {
  it.each([0, 1, 5, 8, 9, 10, 20, 34, 35, 60])('begin anew after a hole at bar %i', (hole) => {
    const { close } = randomBars(200, 43);
    close[hole] = NaN;
    const lines = macd(close);
    const want = macd(close.subarray(hole + 1));
    const got = {
      macd: lines.macd.subarray(hole + 1),
      signal: lines.signal.subarray(hole + 1),
      histogram: lines.histogram.subarray(hole + 1),
    };
    expect(firstDifference(got, want)).toBeUndefined();
  });

  // The first bars go one by one, the next 64 and then 4,096 at a time, two a turn.
  it.each([35, 36, 37, 38, 39, 40, 98, 99, 100, 101, 102, 4194, 4195, 4196, 4197, 4198, 8300])(
    'have the bits of the stream over %i bars',
    (length) => {
      const { close } = randomBars(length, 41);
      const stream = macd.stream();
      const want = { macd: close.slice(), signal: close.slice(), histogram: close.slice() };
      close.forEach((value, i) => {
        const bar = stream.next(value);
        want.macd[i] = bar.macd;
        want.signal[i] = bar.signal;
        want.histogram[i] = bar.histogram;
      });
      expect(firstDifference(macd(close), want)).toBeUndefined();
    },
  );
});

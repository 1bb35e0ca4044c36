import { firstDifference } from '../../../../bench/difference.ts';
import { randomBars } from '../../../../bench/series.ts';
import { macd } from './macd.ts';

describe('the lines of a column', () => {
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

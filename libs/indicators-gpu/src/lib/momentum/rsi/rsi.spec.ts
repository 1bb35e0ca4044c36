import { firstDifference } from '../../../../bench/difference.ts';
import { randomBars } from '../../../../bench/series.ts';
import { rsi } from './rsi.ts';

describe('the relative strength index of a column', () => {
  // After the warm-up it goes 64 and then 4,096 bars at a time, two a turn.
  it.each([15, 16, 17, 18, 78, 79, 80, 81, 4174, 4175, 4176, 4177, 8300])(
    'has the bits of the stream over %i bars',
    (length) => {
      const { close } = randomBars(length, 41);
      const stream = rsi.stream();
      const want = close.map((value) => stream.next(value));
      expect(firstDifference({ rsi: rsi(close) }, { rsi: want })).toBeUndefined();
    },
  );
});

import { firstDifference } from '../../../../bench/difference.ts';
import { randomBars } from '../../../../bench/series.ts';
import { atr } from './atr.ts';

describe('the average true range of a column', () => {
  it.each([15, 16, 17, 18, 19, 20, 21, 81, 400, 4176, 4177, 4178, 4179, 8300])(
    'has the bits of the stream over %i bars',
    (length) => {
      const columns = randomBars(length, 41);
      const stream = atr.stream();
      const want = columns.high.map((high, i) =>
        stream.next({ high, low: columns.low[i]!, close: columns.close[i]! }),
      );
      expect(firstDifference({ atr: atr(columns) }, { atr: want })).toBeUndefined();
    },
  );

  it('has them where half of a range is less than the smallest number, or twice a range more than the largest', () => {
    for (const unit of [5e-324, 2 ** 1015]) {
      const columns = randomBars(400, 42, { start: 8, step: 0.3 });
      const whole = (column: Float64Array) => column.map((price) => Math.round(price) * unit);
      const [high, low, close] = [whole(columns.high), whole(columns.low), whole(columns.close)];
      const stream = atr.stream();
      const want = high.map((top, i) => stream.next({ high: top, low: low[i]!, close: close[i]! }));
      expect(firstDifference({ atr: atr({ high, low, close }) }, { atr: want })).toBeUndefined();
    }
  });
});

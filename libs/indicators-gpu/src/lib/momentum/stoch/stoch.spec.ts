import { firstDifference } from '../../../../bench/difference.ts';
import { randomBars } from '../../../../bench/series.ts';
import { stoch } from './stoch.ts';

/** Both lines, bar by bar. */
function streamed(bars: ReturnType<typeof randomBars>, options: { smooth: number; signal: number }) {
  const stream = stoch.stream({ period: 5, ...options });
  const lines = { k: bars.close.slice(), d: bars.close.slice() };
  bars.close.forEach((close, i) => {
    const { k, d } = stream.next({ high: bars.high[i]!, low: bars.low[i]!, close });
    lines.k[i] = k;
    lines.d[i] = d;
  });
  return lines;
}

describe('the lines of a column', () => {
  // Eight bars go at once, in blocks of 4,096, and both sums are made afresh after as many.
  it.each([4, 9, 10, 11, 17, 18, 19, 24, 25, 26, 4100, 4107, 4109, 4116, 8200, 8300])(
    'have the bits of the stream over %i bars',
    (length) => {
      const bars = randomBars(length, 47);
      for (const [smooth, signal] of [
        [3, 3],
        [1, 1],
        [1, 9],
        [9, 1],
        [12, 20],
      ] as const) {
        const got = stoch(bars, { period: 5, smooth, signal });
        expect([smooth, signal, firstDifference(got, streamed(bars, { smooth, signal }))]).toEqual([
          smooth,
          signal,
          undefined,
        ]);
      }
    },
  );
});

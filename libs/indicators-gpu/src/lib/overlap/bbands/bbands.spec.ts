import { firstDifference } from '../../../../bench/difference.ts';
import { seeded } from '../../../../bench/series.ts';
import { bbands } from './bbands.ts';

const length = 9000;

/** Closes that now and then jump, stand still, or scatter a hundred-thousandth as widely as before. */
function restlessCloses(seed: number): Float64Array {
  const random = seeded(seed);
  let [price, width] = [100, 1];
  return Float64Array.from({ length }, () => {
    if (random() < 0.004) width = 10 ** -Math.floor(random() * 6);
    if (random() < 0.001) width = 0;
    if (random() < 0.002) price *= 1 + random();
    return (price += (random() - 0.5) * width);
  });
}

/** Where the bands of a column are not those of the stream. */
function differenceOver(closes: Float64Array, period: number): string | undefined {
  const stream = bbands.stream({ period, deviationsDown: 3 });
  const want = { upper: closes.slice(), middle: closes.slice(), lower: closes.slice() };
  closes.forEach((close, i) => {
    const { upper, middle, lower } = stream.next(close);
    want.upper[i] = upper;
    want.middle[i] = middle;
    want.lower[i] = lower;
  });
  return firstDifference(bbands(closes, { period, deviationsDown: 3 }), want);
}

describe('Bollinger bands', () => {
  it.each([1, 2, 3, 20, 100, 1000, 4095, 4096, 4097])(
    'over %d bars have the bits of the stream, whatever the prices do',
    (period) => {
      const closes = restlessCloses(period);
      expect(differenceOver(closes, period)).toBeUndefined();
    },
  );

  it('have the bits of the stream where squares are more than a number holds', () => {
    const closes = restlessCloses(5).map((close) => close * 1e155);
    expect(differenceOver(closes, 20)).toBeUndefined();
  });
});

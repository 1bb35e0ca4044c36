import { MeanPrice } from './mean-price.ts';

/** Of the last ten seconds, in buckets of one. */
const tenSeconds = () => new MeanPrice({ bucketCount: 10, bucketWidthMs: 1000 });

describe('the mean of what was traded at', () => {
  it('does not ask how much was traded', () => {
    const mean = tenSeconds();
    for (const price of [100n, 101n, 103n]) mean.add(price, 500);
    // 304 over three, cut.
    expect(mean.at(500)).toBe(101n);
  });

  it('is of the window alone', () => {
    const mean = tenSeconds();
    mean.add(100n, 0);
    mean.add(200n, 5_000);
    expect(mean.at(9_000)).toBe(150n);
    expect(mean.at(11_000)).toBe(200n);
    expect(mean.at(15_999)).toBe(200n);
    expect(mean.at(16_000)).toBeNull();
  });

  it('counts of the oldest bucket the part that is in the window', () => {
    const mean = tenSeconds();
    mean.add(100n, 200);
    mean.add(200n, 5_000);
    // Three quarters of the first second have passed out: 0.25 trades at 100 and one at 200.
    expect(mean.at(10_750)).toBe(180n);
  });

  it('is of nothing where nothing was traded', () => {
    expect(tenSeconds().at(1_000)).toBeNull();
  });
});

import fc from 'fast-check';
import { naturalLog } from './natural-log.ts';
import { normalQuantile } from './normal-quantile.ts';
import { SeededRng } from './seeded-rng.ts';

describe('the natural logarithm', () => {
  it('agrees with that of the engine to 1e-13', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(
          1e-13 * (1 + Math.abs(Math.log(x))),
        );
      }),
    );
  });

  it('is exact at the powers of two', () => {
    expect(naturalLog(1)).toBe(0);
    expect(naturalLog(0.25)).toBe(-2 * Math.LN2);
    expect(naturalLog(2 ** -40)).toBe(-40 * Math.LN2);
  });
});

describe('the normal quantile', () => {
  it.each([
    // The values that Wichura gives to test the algorithm with.
    [0.25, -0.67448975],
    [0.001, -3.09023231],
    [1e-20, -9.26234009],
    [0.5, 0],
    [0.975, 1.95996398],
  ])('of %s is %s to seven digits', (p, value) => {
    expect(Math.abs(normalQuantile(p) - value)).toBeLessThanOrEqual(2e-7 * Math.abs(value));
  });

  it('rises', () => {
    const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        if (b - a > 1e-6) expect(normalQuantile(a)).toBeLessThan(normalQuantile(b));
      }),
    );
  });
});

describe('random numbers from a seed', () => {
  const draw = (rng: SeededRng, count: number) => Array.from({ length: count }, () => rng.uniform());
  const N = 200_000;

  it('stay what they are, since a seed must mean the same market for ever', () => {
    expect(draw(new SeededRng(7), 3).map((u) => u * 2 ** 32)).toEqual([
      741_515_253, 1_377_442_985, 3_964_046_183,
    ]);
    expect(new SeededRng(7).normal()).toBe(-0.9437547998434156);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(draw(new SeededRng('a'), 5)).toEqual(draw(new SeededRng('a'), 5));
    expect(draw(new SeededRng(1), 5)).not.toEqual(draw(new SeededRng(2), 5));
  });

  it('are uniform: a thousand cells hold what chance lets them hold', () => {
    const rng = new SeededRng(1);
    const cells = new Float64Array(1000);
    for (let i = 0; i < N; i++) cells[Math.floor(rng.uniform() * 1000)]! += 1;
    const chiSquare = cells.reduce((sum, count) => sum + (count - N / 1000) ** 2 / (N / 1000), 0);
    // 999 degrees of freedom: 999 ± 4 deviations of √(2·999).
    expect(Math.abs(chiSquare - 999)).toBeLessThan(4 * Math.sqrt(2 * 999));
  });

  it('are normal: mean 0, deviation 1, no skew, kurtosis 3, within four standard errors', () => {
    const rng = new SeededRng(2);
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < N; i++) {
      const z = rng.normal();
      for (let power = 1; power <= 4; power++) sums[power - 1]! += z ** power / N;
    }
    const errors = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)].map((error) => (4 * error) / Math.sqrt(N));
    [0, 1, 0, 3].forEach((moment, i) => expect(Math.abs(sums[i]! - moment)).toBeLessThan(errors[i]!));
  });

  it('of seeds that stand side by side do not run together', () => {
    const a = draw(new SeededRng(1), N);
    const b = draw(new SeededRng(2), N);
    const covariance = a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i]! - 0.5), 0) / N;
    expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(N));
  });
});

import { ratioOf, shareOf } from './fraction.ts';

describe('a fraction', () => {
  it.each([
    [0.001, 1n, 1_000n],
    ['0.00075', 75n, 100_000n],
    [{ units: 3n, decimals: 2 }, 3n, 100n],
    [0, 0n, 1n],
    [1e-7, 1n, 10_000_000n],
  ])('of %s is read exactly', (fraction, numerator, denominator) => {
    expect(ratioOf('x', fraction)).toEqual({ numerator, denominator });
  });

  it.each([1, '-0.1', 2.5])('of %s is refused', (fraction) => {
    expect(() => ratioOf('slippage', fraction)).toThrow(
      `slippage is a fraction of one; found ${fraction}; allowed: at least 0 and below 1, such as 0.001 for 0.1%`,
    );
  });

  it('that is no number is refused', () => {
    expect(() => ratioOf('x', 'much')).toThrow('not a plain decimal number');
    expect(() => ratioOf('x', Number.NaN)).toThrow('not a plain decimal number');
  });
});

describe('a share', () => {
  it('is cut down', () => {
    expect(shareOf(1_999n, ratioOf('x', 0.001))).toBe(1n);
    expect(shareOf(10n ** 30n + 1n, ratioOf('x', '0.5'))).toBe(5n * 10n ** 29n);
    expect(shareOf(1_000n, ratioOf('x', 0))).toBe(0n);
  });
});

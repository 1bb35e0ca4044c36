import { parseDecimal, price } from '@org/domain';
import fc from 'fast-check';
import { percentRange } from './percent-range.ts';

const decimal = fc
  .record({ units: fc.bigInt({ min: 0n, max: 10n ** 9n }), decimals: fc.integer({ min: 0, max: 9 }) })
  .map(({ units, decimals }) => ({ units, decimals }));
const whole = (bits: number) => fc.bigInt({ min: 1n, max: 2n ** BigInt(bits) });

describe('a range around a price', () => {
  it('includes both of its bounds', () => {
    const isWithin = percentRange(parseDecimal('0.2'), parseDecimal('5'));
    const market = { numerator: 1_000n, denominator: 1n };
    expect([199, 200, 5_000, 5_001].map((ticks) => isWithin(price(ticks), market))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is exact at any size, as fractions compared crosswise are', () => {
    fc.assert(
      fc.property(
        decimal,
        decimal,
        fc.maxSafeNat(),
        whole(80),
        whole(40),
        (down, up, ticks, numerator, denominator) => {
          const scaled = BigInt(ticks) * denominator;
          const isAbove = scaled * 10n ** BigInt(down.decimals) >= numerator * down.units;
          const isBelow = scaled * 10n ** BigInt(up.decimals) <= numerator * up.units;
          expect(percentRange(down, up)(price(ticks), { numerator, denominator })).toBe(isAbove && isBelow);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is exact at the edge of what a double holds', () => {
    const isWithin = percentRange(parseDecimal('1'), parseDecimal('1'));
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    for (const apart of [-1n, 0n, 1n]) {
      const market = { numerator: most * 3n + apart, denominator: 3n };
      expect(isWithin(price(Number.MAX_SAFE_INTEGER), market)).toBe(apart === 0n);
    }
  });
});

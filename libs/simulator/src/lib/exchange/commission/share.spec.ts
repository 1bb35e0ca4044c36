import fc from 'fast-check';
import { Share } from './share.ts';

describe('a share', () => {
  it('takes its part of an amount, cut down', () => {
    const share = new Share({ numerator: 1n, denominator: 1_000n });
    expect([0, 999, 1_000, 1_999, 2_000].map((units) => share.of(units))).toEqual([0, 0, 1, 1, 2]);
  });

  it('is what whole numbers give, at any size and for any rate', () => {
    const amounts = fc.bigInt({ min: 0n, max: 2n ** 60n });
    const rate = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
      .map(([numerator, denominator]) => ({ numerator, denominator }));
    fc.assert(
      fc.property(amounts, rate, (amount, ratio) => {
        const exact = (amount * ratio.numerator) / ratio.denominator;
        const units = amount <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(amount) : amount;
        expect(BigInt(new Share(ratio).of(units))).toBe(exact);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is one less where the product is one short of a whole multiple', () => {
    // (k × d − 1) / d rounds to k in doubles from about here on; the part of it is k − 1.
    const denominator = 999_983;
    const multiple = Math.floor(2 ** 52 / denominator) * denominator;
    const share = new Share({ numerator: 1n, denominator: BigInt(denominator) });
    expect(share.of(multiple - 1)).toBe(multiple / denominator - 1);
    expect(share.of(multiple)).toBe(multiple / denominator);
  });
});

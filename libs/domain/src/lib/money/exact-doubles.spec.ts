import fc from 'fast-check';
import { nearestDouble, wholeBigint } from './exact-doubles.ts';

describe('a whole number in its two forms', () => {
  it.each([
    0,
    1,
    -1,
    2 ** 32 - 1,
    2 ** 32,
    -(2 ** 32),
    -(2 ** 32) - 1,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ])('is the same number either way: %d', (whole) => {
    expect(wholeBigint(whole)).toBe(BigInt(whole));
    expect(nearestDouble(BigInt(whole))).toBe(whole);
  });

  it('is what the language itself makes of any safe integer', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (whole) => wholeBigint(whole) === BigInt(whole)));
  });

  it.each([
    2n ** 53n + 1n,
    2n ** 62n,
    2n ** 62n + 1n,
    2n ** 63n - 1n,
    2n ** 63n,
    -(2n ** 63n),
    -(2n ** 63n) - 1n,
    2n ** 80n + 1n,
  ])('is rounded once, to the nearest double: %d', (units) =>
    expect(nearestDouble(units)).toBe(Number(units)),
  );

  it('is rounded as the language itself rounds, within eight bytes and beyond', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }),
        (units) => nearestDouble(units) === Number(units),
      ),
    );
  });
});

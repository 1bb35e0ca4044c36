import fc from 'fast-check';
import { amountOf, minus, plus, unitsOf } from './units.ts';

const LARGEST = 9_007_199_254_740_991n;
const anyAmount = fc.oneof(fc.bigInt(), fc.bigInt({ min: -LARGEST - 2n, max: LARGEST + 2n }));

describe('units', () => {
  it.each([
    [LARGEST, Number(LARGEST)],
    [-LARGEST, -Number(LARGEST)],
    [LARGEST + 1n, LARGEST + 1n],
    [0n, 0],
  ])('of %d are a number as long as a double holds it', (exact, units) => {
    expect(unitsOf(exact)).toBe(units);
  });

  it('add and subtract exactly, and have one form', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (one, other) => {
        expect(plus(unitsOf(one), unitsOf(other))).toBe(unitsOf(one + other));
        expect(minus(unitsOf(one), unitsOf(other))).toBe(unitsOf(one - other));
        expect(amountOf(unitsOf(one))).toBe(one);
        expect(unitsOf(one) < unitsOf(other)).toBe(one < other);
      }),
    );
  });
});

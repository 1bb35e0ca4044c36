import { InexactNumberError, price, quantity } from './ticks-and-lots.ts';

const LARGEST = 9_007_199_254_740_991;

describe('a price', () => {
  it.each([1, 0, -1, LARGEST, -LARGEST])('is %d ticks', (ticks) => {
    expect(price(ticks)).toBe(ticks);
  });

  it.each([0.5, LARGEST + 1, -LARGEST - 1, Number.NaN, Infinity])('is not %d ticks', (ticks) => {
    expect(() => price(ticks)).toThrow(InexactNumberError);
  });

  it('that is not whole says what it may be', () => {
    expect(() => price(0.5)).toThrow(
      'a price must be a whole number of ticks; found 0.5; allowed: integers up to ±9007199254740991',
    );
  });
});

describe('a quantity', () => {
  it.each([1, 0, -1, LARGEST, -LARGEST])('is %d lots', (lots) => {
    expect(quantity(lots)).toBe(lots);
  });

  it.each([0.5, LARGEST + 1, -LARGEST - 1, Number.NaN, -Infinity])('is not %d lots', (lots) => {
    expect(() => quantity(lots)).toThrow(InexactNumberError);
  });

  it('that is too large says what it may be', () => {
    expect(() => quantity(2 ** 53)).toThrow(
      'a quantity must be a whole number of lots; found 9007199254740992; allowed: integers up to ±9007199254740991',
    );
  });
});

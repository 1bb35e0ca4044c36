import fc from 'fast-check';
import { wholeText } from './whole-text.ts';

describe('the text of a whole number', () => {
  it.each([0, 7, 10, 99, 100, 101, 909, 1_000, 40_007, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, -1])(
    'has the digits that the language gives it: %d',
    (whole) => expect(wholeText(whole)).toBe(String(whole)),
  );

  it('is what the language itself makes of any safe integer', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (whole) => wholeText(whole) === String(whole)));
    fc.assert(fc.property(fc.nat(), (whole) => wholeText(whole) === String(whole)));
  });
});

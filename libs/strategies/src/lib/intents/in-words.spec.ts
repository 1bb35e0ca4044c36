import fc from 'fast-check';
import { inWords } from './in-words.ts';

describe('a number in a reason', () => {
  it.each<[number, string]>([
    [43_521.12345, '43521.1235'],
    [43_521.5, '43521.5'],
    [43_521, '43521'],
    [10.05, '10.05'],
    [1.0001, '1.0001'],
    [1.00004, '1'],
    [-1.05, '-1.05'],
    [99_999.99996, '100000'],
    [0.123456789, '0.1234568'],
    [214_748.3648, '214748.4'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (value, text) => {
    expect(inWords(value)).toBe(text);
  });

  it('from 1 on has the decimals that are left of it when it is rounded to four', () => {
    const sizes = fc.double({ min: 1, max: 214_748, noNaN: true });
    fc.assert(
      fc.property(sizes, fc.boolean(), (size, isBelow) => {
        const value = isBelow ? -size : size;
        expect(inWords(value)).toBe(String(Math.sign(value) * (Math.round(size * 10_000) / 10_000)));
      }),
    );
  });
});

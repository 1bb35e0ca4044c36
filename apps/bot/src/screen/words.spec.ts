import { countWords, limitFigure } from './words.ts';

describe('the figure of a limit', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [7_499.991234567, '7499.9912'],
    [0.00001, '0.00001'],
    [3, '3'],
    ['a market sell', 'a market sell'],
  ])('of %p reads %s', (value, text) => {
    expect(limitFigure(value)).toBe(text);
  });
});

it('a count reads as one or as many', () => {
  expect([0, 1, 2].map((bars) => countWords(bars, 'bar'))).toEqual(['0 bars', '1 bar', '2 bars']);
});

import { median } from './median.ts';

describe('the median', () => {
  it.each([
    [[10, 9, 100], 10],
    [[4, 1, 3, 2], 3],
    [[], NaN],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

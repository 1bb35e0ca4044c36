import { readTimeUnit, timeIn } from './time-unit.ts';

describe('the unit of times', () => {
  it('is asked for in capitals or not', () => {
    expect(readTimeUnit('microsecond')).toBe('MICROSECOND');
    expect(readTimeUnit(undefined)).toBe('MILLISECOND');
    expect(readTimeUnit('S')).toMatchObject({ code: -1194 });
  });

  it('is how a stream tells them', () => {
    expect([timeIn('MILLISECOND')(5), timeIn('MICROSECOND')(5)]).toEqual([5, 5000]);
  });
});

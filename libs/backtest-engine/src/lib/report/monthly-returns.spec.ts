import { compound, monthlyReturns } from './monthly-returns.ts';

const at = (month: number, day: number, value: number) => [Date.UTC(2023, month, day), value] as const;
const curve = (...closes: (readonly [number, number])[]) => ({
  time: closes.map(([time]) => time),
  value: closes.map(([, value]) => value),
});

describe('monthly returns', () => {
  it('go from end of month to end of month, and midnight ends the month before', () => {
    const months = monthlyReturns(100, curve(at(10, 15, 90), at(11, 1, 110), at(11, 20, 99), at(12, 2, 198)));
    expect(months).toEqual([
      { year: 2023, month: 10, rate: 110 / 100 - 1 },
      { year: 2023, month: 11, rate: 99 / 110 - 1 },
      { year: 2024, month: 0, rate: 1 },
    ]);
    expect(compound(months)).toBeCloseTo(0.98, 12);
  });

  it('leave out months without a bar, and are 0 once nothing is left', () => {
    expect(monthlyReturns(100, curve(at(0, 5, 0), at(3, 5, 0)))).toEqual([
      { year: 2023, month: 0, rate: -1 },
      { year: 2023, month: 3, rate: 0 },
    ]);
  });

  it('are none without equity', () => {
    expect(monthlyReturns(100, curve())).toEqual([]);
    expect(compound([])).toBe(0);
  });
});

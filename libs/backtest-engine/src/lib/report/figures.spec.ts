import { figure, grouped, percent, signedPercent, utcDay, utcMinute } from './figures.ts';

describe('numbers for readers', () => {
  it.each([
    [0, 2, '0.00'],
    [999, 0, '999'],
    [1_000, 0, '1,000'],
    [12_345.678, 2, '12,345.68'],
    [1_234_567, 1, '1,234,567.0'],
    [-1_234.5, 2, '\u22121,234.50'],
    [-0.001, 2, '0.00'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(grouped(value, decimals)).toBe(text);
  });

  it('says fractions as percent, and changes with their sign', () => {
    expect(percent(0.1234)).toBe('12.34%');
    expect(signedPercent(0.1234)).toBe('+12.34%');
    expect(signedPercent(-0.5, 1)).toBe('\u221250.0%');
    expect(signedPercent(0.00001)).toBe('0.00%');
  });

  it('says times in UTC', () => {
    const time = Date.UTC(2024, 0, 31, 13, 5);
    expect(utcDay(time)).toBe('2024-01-31');
    expect(utcMinute(time)).toBe('2024-01-31 13:05');
  });
});

describe('a statistic', () => {
  it.each([
    [null, 'ratio', '–'],
    [0.25, 'rate', '25.00%'],
    [0.25, 'change', '+25.00%'],
    [1.5, 'ratio', '1.50'],
    [1_234.5, 'money', '1,234.50'],
    [0, 'time', '1970-01-01 00:00'],
    [3.25, 'days', '3.3 days'],
    [5, 'hours', '5.0 hours'],
    [60, 'hours', '2.5 days'],
    [1_200, 'count', '1,200'],
  ] as const)('of %s as a %s reads %s', (value, unit, text) => {
    expect(figure(value, unit)).toBe(text);
  });
});

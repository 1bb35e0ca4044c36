import { InputError } from '@org/domain';
import fc from 'fast-check';
import { parseTime } from './parse-time.ts';

describe('a time in text', () => {
  it.each([
    ['2024-01-31', Date.UTC(2024, 0, 31)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2024-01-31T12:00', Date.UTC(2024, 0, 31, 12)],
    ['2024-01-31 12:00', Date.UTC(2024, 0, 31, 12)],
    ['2024-01-31T12:00:30Z', Date.UTC(2024, 0, 31, 12, 0, 30)],
    ['2024-01-31T12:00:30.5', Date.UTC(2024, 0, 31, 12, 0, 30, 500)],
    ['1706702400000', 1_706_702_400_000],
  ])('is UTC: %s', (text, time) => {
    expect(parseTime(text, '--from')).toBe(time);
  });

  it.each([
    '',
    'yesterday',
    '2024',
    '2024-1-31',
    '31.01.2024',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-01-31T25:00',
    '2024-01-31T12',
    '2024-01-31T12:00+01:00',
    '1706702400',
    '-1706702400000',
  ])('is refused by the name of its flag: %j', (text) => {
    expect(() => parseTime(text, '--from')).toThrow(InputError);
    expect(() => parseTime(text, '--from')).toThrow(
      `--from is not a time; found ${JSON.stringify(text)}; allowed: UTC, such as 2024-01-31`,
    );
  });

  it('is read back as it was written', () => {
    const times = fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (date) => {
        expect(parseTime(date.toISOString(), '--to')).toBe(date.getTime());
      }),
    );
  });
});

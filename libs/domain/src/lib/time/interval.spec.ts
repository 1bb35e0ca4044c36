import fc from 'fast-check';
import { InputError } from '../errors/onestep-error.ts';
import type { Interval } from './interval.ts';
import { INTERVAL_MS, barOpen, dayOpen, isBarBoundary, isInterval, parseInterval } from './interval.ts';

const INTERVALS = Object.keys(INTERVAL_MS).filter(isInterval);

describe('an interval', () => {
  it.each([
    ['1s', 1_000],
    ['1m', 60_000],
    ['15m', 900_000],
    ['1h', 3_600_000],
    ['4h', 14_400_000],
    ['1d', 86_400_000],
    ['1w', 604_800_000],
  ] as const)('of %s is %d ms long', (interval, length) => {
    expect(INTERVAL_MS[interval]).toBe(length);
    expect(parseInterval(interval, '--interval')).toBe(interval);
  });

  it.each(['', '1', '7m', '1H', '1M', 'toString', '60'])('is not %j', (text) => {
    expect(isInterval(text)).toBe(false);
  });

  it('that is unknown is refused with the ones that exist', () => {
    expect(() => parseInterval('7m', '--interval')).toThrow(InputError);
    expect(() => parseInterval('7m', '--interval')).toThrow(
      '--interval does not take this value; found 7m; allowed: 1s, 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1d, 3d, 1w',
    );
  });
});

describe('the bar that contains a time', () => {
  it.each<[Interval, string, string]>([
    ['1m', '2024-02-29T12:34:56.789Z', '2024-02-29T12:34:00Z'],
    ['15m', '2024-02-29T12:34:56.789Z', '2024-02-29T12:30:00Z'],
    ['4h', '2024-02-29T12:34:56.789Z', '2024-02-29T12:00:00Z'],
    ['1d', '2024-02-29T12:34:56.789Z', '2024-02-29T00:00:00Z'],
    ['1w', '2024-02-29T12:34:56.789Z', '2024-02-26T00:00:00Z'],
    ['1w', '2024-02-26T00:00:00.000Z', '2024-02-26T00:00:00Z'],
    ['1w', '2024-02-25T23:59:59.999Z', '2024-02-19T00:00:00Z'],
    ['1h', '1969-12-31T23:59:59.999Z', '1969-12-31T23:00:00Z'],
  ])('of %s at %s opens at %s', (interval, time, open) => {
    expect(barOpen(Date.parse(time), interval)).toBe(Date.parse(open));
  });

  it('of a week opens on a Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (time) => {
        expect(new Date(barOpen(time, '1w')).getUTCDay()).toBe(1);
      }),
    );
  });

  it('contains the time, and opens on a boundary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(...INTERVALS), (time, interval) => {
        const open = barOpen(time, interval);
        expect(open).toBeLessThanOrEqual(time);
        expect(open + INTERVAL_MS[interval]).toBeGreaterThan(time);
        expect(isBarBoundary(open, interval)).toBe(true);
        expect(isBarBoundary(time, interval)).toBe(open === time);
      }),
    );
  });

  it('of a day opens at 00:00 UTC', () => {
    expect(dayOpen(Date.parse('2024-02-29T23:59:59.999Z'))).toBe(Date.parse('2024-02-29'));
    expect(dayOpen(Date.parse('2024-03-01'))).toBe(Date.parse('2024-03-01'));
  });
});

import fc from 'fast-check';
import { sessions } from './session-clock.ts';

const time = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2200, 0, 1) });

describe('a session', () => {
  it('is the month of the calendar', () => {
    const inCalendar = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(sessions.month(a) - sessions.month(b)).toBe(inCalendar(a) - inCalendar(b));
      }),
    );
  });

  it('is the day, and the week from Monday on', () => {
    expect(sessions.day(Date.UTC(2024, 1, 29, 23, 59)) - sessions.day(Date.UTC(2024, 1, 29))).toBe(0);
    expect(sessions.day(Date.UTC(2024, 2, 1)) - sessions.day(Date.UTC(2024, 1, 29))).toBe(1);
    expect(sessions.week(Date.UTC(2024, 0, 7)) - sessions.week(Date.UTC(2024, 0, 1))).toBe(0);
    expect(sessions.week(Date.UTC(2024, 0, 8)) - sessions.week(Date.UTC(2024, 0, 7))).toBe(1);
    expect(sessions.all()).toBe(0);
  });
});

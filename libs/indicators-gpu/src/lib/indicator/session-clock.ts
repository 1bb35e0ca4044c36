import { choice } from './option.ts';

/** Sessions of every kind begin at the start of a UTC day, which is as many milliseconds long. */
export const day = 86_400_000;

/** What a session can be: the bars that share a number belong together. All in UTC; weeks begin on Monday. */
export const sessions = {
  day: (time: number) => Math.floor(time / day),
  week: (time: number) => Math.floor((time / day + 3) / 7),
  month: (time: number) => monthOf(Math.floor(time / day)),
  all: () => 0,
} as const;

/** The option that chooses a session. */
/* @__NO_SIDE_EFFECTS__ */
export function session(standard: keyof typeof sessions) {
  return choice(standard, ['day', 'week', 'month', 'all'], 'What begins anew with each session, in UTC.');
}

/**
 * The month of a day since 1970, counted from March of the year 0, in the proleptic Gregorian calendar: with the leap
 * day at its end, a year's months start at regular distances.
 */
function monthOf(dayNumber: number): number {
  const sinceMarch = dayNumber + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const dayOfEra = sinceMarch - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return (era * 400 + yearOfEra) * 12 + Math.floor((5 * dayOfYear + 2) / 153);
}

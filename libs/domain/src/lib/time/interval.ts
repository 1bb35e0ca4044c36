import { InputError } from '../errors/onestep-error.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The length of every supported bar, in milliseconds. Calendar months have no fixed length and are left out. */
export const INTERVAL_MS = {
  '1s': 1_000,
  '1m': MINUTE_MS,
  '3m': 3 * MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '30m': 30 * MINUTE_MS,
  '1h': HOUR_MS,
  '2h': 2 * HOUR_MS,
  '4h': 4 * HOUR_MS,
  '6h': 6 * HOUR_MS,
  '8h': 8 * HOUR_MS,
  '12h': 12 * HOUR_MS,
  '1d': DAY_MS,
  '3d': 3 * DAY_MS,
  '1w': 7 * DAY_MS,
} as const;

/** The length of a bar, in the words of the exchange. */
export type Interval = keyof typeof INTERVAL_MS;

/** Weeks start on Monday, and the epoch was a Thursday. */
const WEEK_OFFSET_MS = 4 * DAY_MS;

/** Whether a text is the length of a bar in the words of the exchange. */
export function isInterval(text: string): text is Interval {
  return Object.hasOwn(INTERVAL_MS, text);
}

/**
 * Reads an interval such as `1h`.
 *
 * @param name where it stands, for the message: `--interval`
 * @throws InputError `interval-unknown` with what was found and the allowed ones.
 */
export function parseInterval(text: string, name: string): Interval {
  if (isInterval(text)) return text;
  throw new InputError('interval-unknown', {
    what: `${name} does not take this value`,
    found: text,
    allowed: Object.keys(INTERVAL_MS).join(', '),
  });
}

/** The open time of the bar that contains `timeMs`, on UTC. */
export function barOpen(timeMs: number, interval: Interval): number {
  const length = INTERVAL_MS[interval];
  const offset = interval === '1w' ? WEEK_OFFSET_MS : 0;
  return Math.floor((timeMs - offset) / length) * length + offset;
}

/** Whether a bar of this interval opens, and the one before closes, at exactly `timeMs`. */
export function isBarBoundary(timeMs: number, interval: Interval): boolean {
  return barOpen(timeMs, interval) === timeMs;
}

/** The open time of the UTC day that contains `timeMs`. */
export function dayOpen(timeMs: number): number {
  return Math.floor(timeMs / DAY_MS) * DAY_MS;
}

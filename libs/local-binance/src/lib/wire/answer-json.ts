import type { TimeUnit } from './time-unit.ts';

/** The fields that hold times. */
const TIMES: ReadonlySet<string> = new Set([
  'serverTime',
  'time',
  'openTime',
  'closeTime',
  'transactTime',
  'transactionTime',
  'updateTime',
  'workingTime',
  'trailingTime',
  'timestamp',
  'authorizedSince',
  'connectedSince',
  'retryAfter',
  'T',
]);

/** A candle is an array of so many entries; the first and the seventh are times. */
const KLINE_LENGTH = 12;
const KLINE_OPEN = '0';
const KLINE_CLOSE = '6';

/** An answer as JSON. Its times are in ms, and are written in the unit asked for. */
export function writeJson(body: unknown, unit: TimeUnit): string {
  return unit === 'MILLISECOND' ? JSON.stringify(body) : JSON.stringify(body, toMicroseconds);
}

function toMicroseconds(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'number' || value < 0) return value;
  if (TIMES.has(key)) return value * 1000;
  if (!Array.isArray(this) || this.length !== KLINE_LENGTH) return value;
  if (key === KLINE_OPEN) return value * 1000;
  // The last of a bar: one unit before the next begins, whichever the unit is.
  return key === KLINE_CLOSE ? (value + 1) * 1000 - 1 : value;
}

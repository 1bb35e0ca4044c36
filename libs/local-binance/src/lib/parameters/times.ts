import { illegal, invalid } from './illegal.ts';
import { wholeNumber } from './integers.ts';
import type { Reader } from './parameter.ts';

const MINUTE_MS = 60_000;
/** Whatever is larger counts microseconds: in milliseconds it would lie 30,000 years ahead. */
const LARGEST_MS = 1e15;
const OFFSET = /^([+-]?)(\d{1,2})(?::(\d{2}))?$/;
const EARLIEST_OFFSET_MINUTES = -12 * 60;
const LATEST_OFFSET_MINUTES = 14 * 60;

/** A time in ms UTC; microseconds are understood, and cut to milliseconds. */
export const time: Reader<number> = (text, name) => {
  const read = wholeNumber(text, name);
  if (read.kind === 'error') return read;
  return { kind: 'value', value: read.value < LARGEST_MS ? read.value : Math.floor(read.value / 1000) };
};

/** How far a clock is ahead of UTC, in ms: `8`, `-1:00`, `05:45`. */
export const timeZone: Reader<number> = (text, name) => {
  const match = OFFSET.exec(text);
  if (match === null) return illegal(name, '^[+-]?[0-9]{1,2}(:[0-9]{2})?$');
  const [, sign, hours, minutes = '0'] = match;
  const size = Number(hours) * 60 + Number(minutes);
  const offset = sign === '-' ? -size : size;
  const isInRange = offset >= EARLIEST_OFFSET_MINUTES && offset <= LATEST_OFFSET_MINUTES;
  return isInRange && Number(minutes) < 60 ? { kind: 'value', value: offset * MINUTE_MS } : invalid(name);
};

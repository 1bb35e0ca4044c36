import { binanceError } from '../errors/binance-error.ts';
import { illegal, invalid } from './illegal.ts';
import type { Reader } from './parameter.ts';

const DIGITS = /^[0-9]{1,20}$/;
const LARGEST_LONG = 2n ** 63n - 1n;

/** An id or a count: digits, and no more than 64 bits. Past 2^53 it is no id of this exchange, and stays none. */
export const wholeNumber: Reader<number> = (text, name) => {
  if (!DIGITS.test(text)) return illegal(name, '^[0-9]{1,20}$');
  if (BigInt(text) > LARGEST_LONG) return binanceError(-1108, `Parameter '${name}' overflowed.`);
  return { kind: 'value', value: Number(text) };
};

/** A whole number from `least` to `most`. */
export function wholeNumberWithin(least: number, most: number): Reader<number> {
  return (text, name) => {
    const read = wholeNumber(text, name);
    if (read.kind === 'error' || (read.value >= least && read.value <= most)) return read;
    return invalid(name);
  };
}

/** How many entries are wanted: at least one, and of what is more than `most` only that many. */
export function limitUpTo(most: number): Reader<number> {
  return (text, name) => {
    const read = wholeNumber(text, name);
    if (read.kind === 'error') return read;
    return read.value === 0 ? invalid(name) : { kind: 'value', value: Math.min(read.value, most) };
  };
}

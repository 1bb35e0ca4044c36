import { InputError } from '../errors/onestep-error.ts';

/** A decimal number exactly: `units / 10^decimals`. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Looked up: a power takes longer than all the rest of a conversion. */
const POWERS_OF_TEN = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));
/** So many digits a double holds exactly. */
const SHORT = 15;
const ZERO = 48;
const NINE = 57;

/** `10^exponent`, for whole exponents from 0 on. */
export function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * Reads a plain decimal such as `0.00001000`. Zeros behind the last digit are dropped.
 *
 * @throws InputError `decimal-malformed` for anything else, exponents included.
 */
export function parseDecimal(text: string): Decimal {
  return (text.length <= SHORT ? shortDecimal(text) : null) ?? anyDecimal(text);
}

/** Prices and quantities as the exchange writes them, digit by digit; null for what is not as plain as that. */
function shortDecimal(text: string): Decimal | null {
  const point = text.indexOf('.');
  let end = text.length;
  if (point >= 0) while (text.charCodeAt(end - 1) === ZERO) end -= 1;
  let units = 0;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) units = units * 10 + (code - ZERO);
    else if (index !== point) return null;
  }
  const isPlain = point < 0 ? end > 0 : point > 0 && point < text.length - 1;
  return isPlain ? { units: BigInt(units), decimals: point < 0 ? 0 : Math.max(0, end - point - 1) } : null;
}

function anyDecimal(text: string): Decimal {
  const match = PLAIN.exec(text);
  if (match === null) {
    throw new InputError('decimal-malformed', {
      what: 'not a plain decimal number',
      found: JSON.stringify(text),
      allowed: 'digits with at most one point, such as 0.001',
    });
  }
  const [, sign = '', whole = '0', fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  const units = BigInt(whole + digits);
  return { units: sign === '-' ? -units : units, decimals: digits.length };
}

/** Writes `units / 10^decimals` plainly, without zeros behind the last digit: `12.5`, `-0.001`, `3`. */
export function formatDecimal(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, point);
  return end === point ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(point, end)}`;
}

/** The shortest plain decimal of a double, exponents written out: 1e-8 gives `0.00000001`. */
export function plainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (shift >= 0) return sign + whole + fraction.padEnd(shift, '0');
  return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
}

import { InputError } from '../errors/onestep-error.ts';

/** A decimal number exactly: `units / 10^decimals`. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal such as `0.00001000`. Zeros behind the last digit are dropped.
 *
 * @throws InputError `decimal-malformed` for anything else, exponents included.
 */
export function parseDecimal(text: string): Decimal {
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
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const sign = units < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
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

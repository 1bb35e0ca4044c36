import type { Decimal } from '@org/domain';
import { InputError, parseDecimal, plainDecimal } from '@org/domain';

/** A share of one, exactly: `0.001`, `'0.001'` or `{ units: 1n, decimals: 3 }`. A number stands for its shortest decimal. */
export type Fraction = number | string | Decimal;

/** `numerator / denominator`, both whole. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads a fraction exactly.
 *
 * @throws InputError `fraction-out-of-range` unless it is at least 0 and below 1, `decimal-malformed` for what is no number.
 */
export function ratioOf(name: string, fraction: Fraction): Ratio {
  const { units, decimals } = decimalOf(fraction);
  const denominator = 10n ** BigInt(decimals);
  if (units >= 0n && units < denominator) return { numerator: units, denominator };
  throw new InputError('fraction-out-of-range', {
    what: `${name} is a fraction of one`,
    found: `${Number(units) / Number(denominator)}`,
    allowed: 'at least 0 and below 1, such as 0.001 for 0.1%',
  });
}

/** That share of `units`, cut down to a whole number. */
export function shareOf(units: bigint, { numerator, denominator }: Ratio): bigint {
  return numerator === 0n ? 0n : (units * numerator) / denominator;
}

/**
 * A fraction as a decimal, of any size.
 *
 * @throws InputError `decimal-malformed` for what is no number.
 */
export function decimalOf(fraction: Fraction): Decimal {
  if (typeof fraction === 'object') return fraction;
  return parseDecimal(typeof fraction === 'number' ? plainDecimal(fraction) : fraction);
}

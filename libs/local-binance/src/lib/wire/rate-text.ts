import { parseDecimal, plainDecimal } from '@org/domain';
import type { Fraction } from '@org/simulator';
import { fixedText } from './decimal-text.ts';

const DECIMALS = 8;

/** A rate with eight decimals, `0.00100000`; further ones are cut off. */
export function rateText(rate: Fraction): string {
  return fixedText(rateUnits(rate), DECIMALS);
}

/** The sum of two rates. */
export function rateSumText(one: Fraction, other: Fraction): string {
  return fixedText(rateUnits(one) + rateUnits(other), DECIMALS);
}

/** A rate in basis points, cut to whole ones. */
export function basisPoints(rate: Fraction): number {
  return Number(rateUnits(rate) / 10n ** BigInt(DECIMALS - 4));
}

function rateUnits(rate: Fraction): bigint {
  const { units, decimals } =
    typeof rate === 'object' ? rate : parseDecimal(typeof rate === 'number' ? plainDecimal(rate) : rate);
  const shift = DECIMALS - decimals;
  return shift >= 0 ? units * 10n ** BigInt(shift) : units / 10n ** BigInt(-shift);
}

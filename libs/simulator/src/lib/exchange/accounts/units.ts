import type { Amount } from '@org/domain';
import { amount } from '@org/domain';

/**
 * Money at work, in smallest units, exact at any size: a number as long as a double holds it exactly, which is nearly
 * always and many times faster, and a bigint beyond. Each value has one form, and `<` and `===` compare as they are.
 */
export type Units = number | bigint;

export function plus(one: Units, other: Units): Units {
  if (typeof one === 'number' && typeof other === 'number') {
    const sum = one + other;
    if (isExact(sum)) return sum;
  }
  return unitsOf(BigInt(one) + BigInt(other));
}

export function minus(one: Units, other: Units): Units {
  if (typeof one === 'number' && typeof other === 'number') {
    const difference = one - other;
    if (isExact(difference)) return difference;
  }
  return unitsOf(BigInt(one) - BigInt(other));
}

/** Whether a sum of whole numbers is what a double holds exactly. */
export function isExact(sum: number): boolean {
  return sum <= Number.MAX_SAFE_INTEGER && sum >= Number.MIN_SAFE_INTEGER;
}

/** The one form of a value. */
export function unitsOf(exact: bigint): Units {
  const number = Number(exact);
  return Number.isSafeInteger(number) ? number : exact;
}

/** The value for everybody outside. */
export function amountOf(units: Units): Amount {
  return units === 0 ? NOTHING : amount(BigInt(units));
}

const NOTHING = amount(0n);

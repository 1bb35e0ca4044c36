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
    if (sum <= Number.MAX_SAFE_INTEGER && sum >= Number.MIN_SAFE_INTEGER) return sum;
  }
  return unitsOf(BigInt(one) + BigInt(other));
}

export function minus(one: Units, other: Units): Units {
  if (typeof one === 'number' && typeof other === 'number') {
    const difference = one - other;
    if (difference <= Number.MAX_SAFE_INTEGER && difference >= Number.MIN_SAFE_INTEGER) return difference;
  }
  return unitsOf(BigInt(one) - BigInt(other));
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

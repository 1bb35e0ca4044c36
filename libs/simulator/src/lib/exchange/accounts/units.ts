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
  if (units === 0) return NOTHING;
  return amount(typeof units === 'number' ? bigintOf(units) : units);
}

const NOTHING = amount(0n);

const HALF = 2 ** 32;
const view = new DataView(new ArrayBuffer(8));

/** A safe integer as a bigint, by way of memory: `BigInt` leaves compiled code for a double, which takes twice as long. */
function bigintOf(units: number): bigint {
  const high = Math.floor(units / HALF);
  view.setInt32(4, high, true);
  view.setUint32(0, units - high * HALF, true);
  return view.getBigInt64(0, true);
}

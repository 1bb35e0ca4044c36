import type { Amount, Asset, Decimal } from '@org/domain';
import { formatDecimal, powerOfTen } from '@org/domain';

/** Below 0 where `a` is the smaller, 0 where both are the same number. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const decimals = Math.max(a.decimals, b.decimals);
  const difference = unitsAt(a, decimals) - unitsAt(b, decimals);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function timesDecimal(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, decimals: a.decimals + b.decimals };
}

/** So many steps of a size. */
export function stepsOf(count: number, { units, decimals }: Decimal): Decimal {
  return { units: BigInt(count) * units, decimals };
}

/** How many whole steps of a size there are in a number. */
export function stepsIn(value: Decimal, step: Decimal): bigint {
  const decimals = Math.max(value.decimals, step.decimals);
  return unitsAt(value, decimals) / unitsAt(step, decimals);
}

/** Whether a number is a whole number of steps, counted from 0. */
export function isWholeSteps(value: Decimal, step: Decimal): boolean {
  const decimals = Math.max(value.decimals, step.decimals);
  return unitsAt(value, decimals) % unitsAt(step, decimals) === 0n;
}

export function decimalOf(units: Amount, { decimals }: Asset): Decimal {
  return { units, decimals };
}

export function decimalText({ units, decimals }: Decimal): string {
  return formatDecimal(units, decimals);
}

function unitsAt({ units, decimals }: Decimal, wanted: number): bigint {
  return wanted === decimals ? units : units * powerOfTen(wanted - decimals);
}

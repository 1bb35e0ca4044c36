import type { Amount, Decimal, Price, Quantity } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import { divided, tenTo } from './decimals.ts';
import type { SymbolGrid } from './symbol-grid.ts';

/** A price in ticks; null where it lies between two, or has more of them than can be counted exactly. */
export function ticksOf(value: Decimal, { tick }: SymbolGrid): Price | null {
  const steps = wholeSteps(value, tick);
  return steps === null ? null : price(steps);
}

/** A quantity in lots; null where it lies between two, or has more of them than can be counted exactly. */
export function lotsOf(value: Decimal, { lot }: SymbolGrid): Quantity | null {
  const steps = wholeSteps(value, lot);
  return steps === null ? null : quantity(steps);
}

/** A decimal in units of `decimals` digits behind the point; null where it is finer. */
export function unitsOf({ units, decimals }: Decimal, assetDecimals: number): Amount | null {
  if (decimals <= assetDecimals) return amount(units * tenTo(assetDecimals - decimals));
  const size = tenTo(decimals - assetDecimals);
  return units % size === 0n ? amount(units / size) : null;
}

/** Ticks as a decimal, not shortened: 150 ticks of 0.01 are 150 units with 2 decimals. */
export function priceDecimal(ticks: Price, { tick }: SymbolGrid): Decimal {
  return { units: BigInt(ticks) * tick.units, decimals: tick.decimals };
}

/** Lots as a decimal, not shortened. */
export function quantityDecimal(lots: Quantity, { lot }: SymbolGrid): Decimal {
  return { units: BigInt(lots) * lot.units, decimals: lot.decimals };
}

function wholeSteps(value: Decimal, step: Decimal): number | null {
  if (value.decimals === step.decimals && step.units === 1n) {
    const steps = Number(value.units);
    return Number.isSafeInteger(steps) ? steps : null;
  }
  const { numerator, denominator } = divided(value, step);
  if (denominator !== 1n && numerator % denominator !== 0n) return null;
  const steps = Number(denominator === 1n ? numerator : numerator / denominator);
  return Number.isSafeInteger(steps) ? steps : null;
}

import type { Amount, Asset, Price, Quantity } from '@org/domain';
import type { SymbolGrid } from '@org/simulator';

/** A price as the exchange writes it: with every decimal of the quote asset, `42000.01000000`. */
export function priceText(price: Price, { tick, quote }: SymbolGrid): string {
  return stepsText(price, tick.units, tick.decimals, quote.decimals);
}

/** A quantity as the exchange writes it: with every decimal of the base asset. */
export function quantityText(quantity: Quantity, { lot, base }: SymbolGrid): string {
  return stepsText(quantity, lot.units, lot.decimals, base.decimals);
}

/** An amount with every decimal of its asset. */
export function amountText(amount: Amount, { decimals }: Asset): string {
  return fixedText(amount, decimals);
}

/** `units / 10^decimals` with all its zeros. */
export function fixedText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString();
  return pointed(digits, decimals, units < 0n);
}

/** Most prices and quantities fit a double, which is quicker to write than a bigint. */
function stepsText(steps: number, unit: bigint, unitDecimals: number, decimals: number): string {
  const shift = decimals - unitDecimals;
  const size = steps * Number(unit);
  if (shift < 0 || !Number.isSafeInteger(size)) {
    const units = BigInt(steps) * unit;
    return fixedText(shift < 0 ? units : units * 10n ** BigInt(shift), shift < 0 ? unitDecimals : decimals);
  }
  if (size === 0) return pointed('0', decimals, false);
  return pointed(String(Math.abs(size)) + '0'.repeat(shift), decimals, size < 0);
}

function pointed(digits: string, decimals: number, isNegative: boolean): string {
  const sign = isNegative ? '-' : '';
  if (decimals === 0) return sign + digits;
  const padded = digits.length > decimals ? digits : digits.padStart(decimals + 1, '0');
  const point = padded.length - decimals;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
}

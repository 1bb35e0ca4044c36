import { OnestepError } from '../errors/onestep-error.ts';

declare const priceTicks: unique symbol;
declare const quantityLots: unique symbol;

/** A price as a whole number of the instrument's ticks; positive on spot. */
export type Price = number & { readonly [priceTicks]: true };

/** A quantity as a whole number of the instrument's lots; signed where it is a position. */
export type Quantity = number & { readonly [quantityLots]: true };

/** A number that cannot be a price or a quantity: not whole, or beyond what a double holds exactly. */
export class InexactNumberError extends OnestepError {}

/**
 * Makes a price from a count of ticks.
 *
 * @throws InexactNumberError `price-inexact` unless `ticks` is a safe integer.
 */
export function price(ticks: number): Price {
  if (!Number.isSafeInteger(ticks)) throw inexact('price', ticks);
  return ticks as Price;
}

/**
 * Makes a quantity from a count of lots.
 *
 * @throws InexactNumberError `quantity-inexact` unless `lots` is a safe integer.
 */
export function quantity(lots: number): Quantity {
  if (!Number.isSafeInteger(lots)) throw inexact('quantity', lots);
  return lots as Quantity;
}

function inexact(what: 'price' | 'quantity', found: number): InexactNumberError {
  return new InexactNumberError(`${what}-inexact`, {
    what: `a ${what} must be a whole number of ${what === 'price' ? 'ticks' : 'lots'}`,
    found: String(found),
    allowed: `integers up to ±${Number.MAX_SAFE_INTEGER}`,
  });
}

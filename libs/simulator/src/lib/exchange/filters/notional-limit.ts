import type { Amount, Decimal, Price, Quantity } from '@org/domain';
import { divided } from '../decimals.ts';
import type { AveragePrice } from '../exchange.ts';
import type { GridOrder } from '../grid-order.ts';
import type { SymbolGrid } from '../symbol-grid.ts';

/** An order compared with a limit on what it is worth: negative for below, 0 for at, positive for above. */
export type CompareNotional = (order: GridOrder, market: AveragePrice | null) => number;

/**
 * Compares orders with `limit`, in quote. An order is worth its quantity at its price, or without one at the price of
 * the market; an order sized in quote is worth that. Nothing is cut: the product is exact. Without any price an order
 * is at the limit.
 */
export function compareNotional(limit: Decimal, { tick, lot, quote }: SymbolGrid): CompareNotional {
  const tickLots = divided(limit, {
    units: tick.units * lot.units,
    decimals: tick.decimals + lot.decimals,
  });
  const units = divided(limit, { units: 1n, decimals: quote.decimals });
  const nearest = nearestSafe(tickLots.numerator, tickLots.denominator);

  const ofSpending = (spending: Amount) => sign(spending * units.denominator - units.numerator);
  const atPrice = (price: Price, quantity: Quantity) => {
    const product = price * quantity;
    if (nearest !== null && product <= Number.MAX_SAFE_INTEGER) {
      return product === nearest.floor && !nearest.isWhole ? -1 : product - nearest.floor;
    }
    return sign(BigInt(price) * BigInt(quantity) * tickLots.denominator - tickLots.numerator);
  };
  const atMarket = ({ numerator, denominator }: AveragePrice, quantity: Quantity) =>
    sign(BigInt(quantity) * numerator * tickLots.denominator - tickLots.numerator * denominator);

  return ({ price, quantity, quoteQuantity }, market) => {
    if (quoteQuantity !== null) return ofSpending(quoteQuantity);
    if (quantity === null) return 0;
    if (price !== null) return atPrice(price, quantity);
    return market === null ? 0 : atMarket(market, quantity);
  };
}

/** A limit in whole ticks times lots, where a double holds it: then most orders need no bigint. */
function nearestSafe(numerator: bigint, denominator: bigint): { floor: number; isWhole: boolean } | null {
  const floor = numerator / denominator;
  if (floor > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { floor: Number(floor), isWhole: numerator % denominator === 0n };
}

function sign(value: bigint): number {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

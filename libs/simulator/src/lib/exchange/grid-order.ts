import type { Amount, Asset, Decimal, Price, Quantity, Side } from '@org/domain';
import { lotsOf, ticksOf, unitsOf } from './grid-conversions.ts';
import type { ExchangeRefusal } from './outcomes.ts';
import type { ListedOrder, PaidOrder } from './requests.ts';
import type { SymbolGrid } from './symbol-grid.ts';
import type { ExchangeOrderType, FilterKind } from './symbol-rules.ts';

/** The numbers of an order on its symbol's grid: what filters and matching work with. */
export interface GridOrder {
  readonly side: Side;
  readonly type: ExchangeOrderType;
  /** Null where it is the market's. */
  readonly price: Price | null;
  readonly stopPrice: Price | null;
  /** Null where it is sized in quote, or by what another order will bring. */
  readonly quantity: Quantity | null;
  readonly quoteQuantity: Amount | null;
  readonly icebergQuantity: Quantity | null;
  readonly trailingDeltaBips: number | null;
}

/**
 * Puts an order on the grid. What is finer than its asset is refused as `precision`. Every other number that is no
 * whole, positive, countable number of steps fails the filter of its step, for the grid is at least as fine as that;
 * so it does where the filter is off.
 */
export function toGridOrder(order: ListedOrder | PaidOrder, grid: SymbolGrid): GridOrder | ExchangeRefusal {
  const { side, type, trailingDeltaBips } = order;
  const size = 'size' in order ? order.size : null;
  const price = gridPrice(order.price, grid);
  if (isRefusal(price)) return price;
  const stopPrice = gridPrice(order.stopPrice, grid);
  if (isRefusal(stopPrice)) return stopPrice;
  const quantity = gridQuantity(size !== null && 'base' in size ? size.base : null, grid);
  if (isRefusal(quantity)) return quantity;
  const icebergQuantity = gridQuantity(order.icebergQuantity, grid);
  if (isRefusal(icebergQuantity)) return icebergQuantity;
  const quoteQuantity = gridSpending(size !== null && 'quote' in size ? size.quote : null, grid);
  if (isRefusal(quoteQuantity)) return quoteQuantity;
  return {
    side,
    type,
    price,
    stopPrice,
    quantity,
    quoteQuantity,
    icebergQuantity,
    trailingDeltaBips,
  };
}

/** Tells the two answers of `toGridOrder` apart. */
export function isRefusal(value: object | number | bigint | null): value is ExchangeRefusal {
  return typeof value === 'object' && value !== null && 'reason' in value;
}

const TOO_FINE: ExchangeRefusal = { reason: 'precision' };

function gridPrice(value: Decimal | null, grid: SymbolGrid): Price | ExchangeRefusal | null {
  if (value === null) return null;
  if (isTooFine(value, grid.quote)) return TOO_FINE;
  const ticks = ticksOf(value, grid);
  return ticks !== null && ticks > 0 ? ticks : failed('price');
}

function gridQuantity(value: Decimal | null, grid: SymbolGrid): Quantity | ExchangeRefusal | null {
  if (value === null) return null;
  if (isTooFine(value, grid.base)) return TOO_FINE;
  const lots = lotsOf(value, grid);
  return lots !== null && lots > 0 ? lots : failed('lotSize');
}

function gridSpending(value: Decimal | null, { quote }: SymbolGrid): Amount | ExchangeRefusal | null {
  if (value === null) return null;
  const units = unitsOf(value, quote.decimals);
  if (units === null) return TOO_FINE;
  return units > 0n ? units : failed('notional');
}

function isTooFine(value: Decimal, { decimals }: Asset): boolean {
  return value.decimals > decimals && unitsOf(value, decimals) === null;
}

function failed(filter: FilterKind): ExchangeRefusal {
  return { reason: 'filter', filter };
}

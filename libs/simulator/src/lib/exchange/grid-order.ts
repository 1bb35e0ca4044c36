import type { Amount, Decimal, Price, Quantity, Side } from '@org/domain';
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
  const price = onGrid(order.price, grid.quote.decimals, 'price', (value) => ticksOf(value, grid));
  if (isRefusal(price)) return price;
  const stopPrice = onGrid(order.stopPrice, grid.quote.decimals, 'price', (value) => ticksOf(value, grid));
  if (isRefusal(stopPrice)) return stopPrice;
  const base = size !== null && 'base' in size ? size.base : null;
  const quantity = onGrid(base, grid.base.decimals, 'lotSize', (value) => lotsOf(value, grid));
  if (isRefusal(quantity)) return quantity;
  const iceberg = onGrid(order.icebergQuantity, grid.base.decimals, 'lotSize', (value) =>
    lotsOf(value, grid),
  );
  if (isRefusal(iceberg)) return iceberg;
  const quote = size !== null && 'quote' in size ? size.quote : null;
  const quoteQuantity = onGrid(quote, grid.quote.decimals, 'notional', (value) =>
    unitsOf(value, grid.quote.decimals),
  );
  if (isRefusal(quoteQuantity)) return quoteQuantity;
  return {
    side,
    type,
    price,
    stopPrice,
    quantity,
    quoteQuantity,
    icebergQuantity: iceberg,
    trailingDeltaBips,
  };
}

/** Tells the two answers of `toGridOrder` apart. */
export function isRefusal(value: object | number | bigint | null): value is ExchangeRefusal {
  return typeof value === 'object' && value !== null && 'reason' in value;
}

function onGrid<Steps>(
  value: Decimal | null,
  assetDecimals: number,
  filter: FilterKind,
  convert: (value: Decimal) => Steps | null,
): Steps | ExchangeRefusal | null {
  if (value === null) return null;
  if (unitsOf(value, assetDecimals) === null) return { reason: 'precision' };
  return (value.units > 0n ? convert(value) : null) ?? { reason: 'filter', filter };
}

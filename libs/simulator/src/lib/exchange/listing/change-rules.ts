import { price, quantity } from '@org/domain';
import { symbolFilters } from '../filters/symbol-filters.ts';
import { queued } from '../order-book/queued.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { gridOf, regrid } from '../symbol-grid.ts';
import type { SymbolRules } from '../symbol-rules.ts';
import type { Listing } from './listing.ts';
import { Worth } from './worth.ts';

/** How many steps of the new grid one of the old is. */
interface Scale {
  readonly ticks: number;
  readonly lots: number;
}

/**
 * Gives a symbol other rules. What is open stays as it is; where the steps have become finer it is counted in more of
 * them, in the same queues.
 *
 * @throws InputError `symbol-rules` for steps that the assets do not have
 * @throws InexactNumberError where an open order has more of the finer steps than can be counted
 */
export function changeRules(listing: Listing, rules: SymbolRules): void {
  const grid = gridOf(rules, listing.grid);
  const scale = regrid(listing.grid, grid);
  if (scale.ticks !== 1 || scale.lots !== 1) rescale(listing, scale);
  listing.rules = rules;
  listing.grid = grid;
  listing.filters = symbolFilters(rules, grid);
  listing.worth = new Worth(grid);
}

function rescale(listing: Listing, scale: Scale): void {
  const { book, triggers, lastPrice } = listing;
  const orders = listing.orders.values();
  const terms = orders.map((order) => ({ order, finer: finerTerms(order, scale) }));
  const resting = [...queued(book.bids), ...queued(book.asks)];
  const waiting = [...queued(triggers.above), ...queued(triggers.below), ...triggers.following()];
  for (const order of resting) order.level?.side.remove(order);
  for (const order of waiting) triggers.remove(order);
  for (const { order, finer } of terms) rescaleOrder(order, finer, scale);
  if (lastPrice !== null) listing.lastPrice = price(lastPrice * scale.ticks);
  for (const seat of listing.seats.values()) seat.openBuyLots *= scale.lots;
  for (const order of resting) book.ownSide(order.isBuy).add(order, order.price ?? 0);
  for (const order of waiting) triggers.add(order);
}

function finerTerms({ terms }: LiveOrder, { ticks, lots }: Scale): LiveOrder['terms'] {
  const { price: at, stopPrice, quantity: size, icebergQuantity } = terms;
  return {
    ...terms,
    price: at === null ? null : price(at * ticks),
    stopPrice: stopPrice === null ? null : price(stopPrice * ticks),
    quantity: size === null ? null : quantity(size * lots),
    icebergQuantity: icebergQuantity === null ? null : quantity(icebergQuantity * lots),
  };
}

function rescaleOrder(order: LiveOrder, terms: LiveOrder['terms'], { ticks, lots }: Scale): void {
  order.terms = terms;
  order.rows.rescale(order.slot, ticks, lots);
  if (order.trail !== null && order.trail.extreme !== null) order.trail.extreme *= ticks;
}

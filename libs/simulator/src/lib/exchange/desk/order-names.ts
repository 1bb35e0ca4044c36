import type { Listing } from '../listing/listing.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { OrderName } from '../requests.ts';

/** What a name stands for among the open orders. */
export type NamedOrder = LiveOrder | 'unknownOrder' | 'namesDiffer';

/** The order that is meant: by id first; where both names are given, both must fit. */
export function namedOrder(listing: Listing, { accountId, orderId, clientOrderId }: OrderName): NamedOrder {
  if (orderId === null) {
    return listing.seats.get(accountId)?.orders.get(clientOrderId ?? '') ?? 'unknownOrder';
  }
  const order = listing.orders.get(orderId);
  if (order === undefined || order.seat.trader.account.accountId !== accountId) return 'unknownOrder';
  return clientOrderId === null || clientOrderId === order.clientOrderId ? order : 'namesDiffer';
}

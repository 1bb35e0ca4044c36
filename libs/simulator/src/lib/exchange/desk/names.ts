import type { Listing } from '../listing/listing.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { ListName, OrderName } from '../requests.ts';

/** What a name stands for among the open orders. */
export type NamedOrder = LiveOrder | 'unknownOrder' | 'namesDiffer';

/** The order that is meant: by id first; where both names are given, both must fit. */
export function namedOrder(listing: Listing, { accountId, orderId, clientOrderId }: OrderName): NamedOrder {
  if (orderId === null) {
    return listing.seats.get(accountId)?.named(clientOrderId ?? '') ?? 'unknownOrder';
  }
  const order = listing.orders.get(orderId);
  if (order === undefined || order.seat.trader.account.accountId !== accountId) return 'unknownOrder';
  return clientOrderId === null || clientOrderId === order.clientOrderId ? order : 'namesDiffer';
}

/** The open list that is meant; null where there is none, or where the two names are not of one. */
export function namedList(
  listing: Listing,
  { accountId, listId, listClientOrderId }: ListName,
): OrderList | null {
  const lists = listing.seats.get(accountId)?.lists.values() ?? [];
  for (const list of lists) {
    const isNamed = listId === null ? list.clientId === listClientOrderId : list.id === listId;
    if (isNamed) return listClientOrderId === null || list.clientId === listClientOrderId ? list : null;
  }
  return null;
}

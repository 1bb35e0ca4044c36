import type { LiveOrder } from '../orders/live-order.ts';
import { isContingent } from '../orders/order-terms.ts';

/** How much is open, kept up to date. */
export class OpenCount {
  orders = 0;
  algoOrders = 0;
  icebergOrders = 0;
  orderLists = 0;

  /** Counts an order in with 1 and out with −1. */
  count(order: LiveOrder, by: 1 | -1): void {
    this.orders += by;
    if (order.terms.icebergQuantity !== null) this.icebergOrders += by;
    if (isContingent(order.terms.type) && order.workingSince === null) this.algoOrders += by;
  }
}

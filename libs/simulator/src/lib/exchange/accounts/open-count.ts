import type { LiveOrder } from '../orders/live-order.ts';

/** How much is open, kept up to date. */
export class OpenCount {
  orders = 0;
  algoOrders = 0;
  icebergOrders = 0;
  orderLists = 0;

  /** Counts an order in with 1 and out with −1. */
  count(order: LiveOrder, by: 1 | -1): void {
    this.orders += by;
    if (!order.isPlain) this.#countKinds(order, by);
  }

  #countKinds(order: LiveOrder, by: 1 | -1): void {
    if (order.isIceberg) this.icebergOrders += by;
    if (order.isContingent && !order.isWorking) this.algoOrders += by;
  }
}

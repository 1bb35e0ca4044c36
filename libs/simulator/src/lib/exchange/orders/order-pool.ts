import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from './live-order.ts';

/**
 * Gives back the rows of orders that are gone. Until the end of a request somebody may still look at them; at those of a
 * list, as long as any order of it is open, for the list speaks of them all.
 */
export class OrderPool {
  readonly #gone: LiveOrder[] = [];
  readonly #lists = new Set<OrderList>();

  /** An order has ended. */
  discard(order: LiveOrder): void {
    const { list } = order;
    if (list === null) this.#gone.push(order);
    else this.#lists.add(list);
  }

  /** At the end of a request. */
  collect(): void {
    for (let order = this.#gone.pop(); order !== undefined; order = this.#gone.pop()) giveBack(order);
    if (this.#lists.size === 0) return;
    for (const { orders } of this.#lists) {
      if (orders.every(({ isOpen }) => !isOpen)) orders.forEach(giveBack);
    }
    this.#lists.clear();
  }
}

function giveBack({ rows, slot }: LiveOrder): void {
  rows.giveBack(slot);
}

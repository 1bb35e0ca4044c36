import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';

/**
 * Gives back the rows of orders that are gone. Until the end of a request somebody may still look at them; at those of a
 * list, as long as any order of it is open, for the list speaks of them all.
 */
export class OrderPool {
  /** Rows that are to be given back: the table of each, and its slot there. */
  readonly #tables: OrderRows[] = [];
  readonly #slots: number[] = [];
  readonly #lists = new Set<OrderList>();

  /** An order has ended. */
  discard(order: LiveOrder): void {
    const { list } = order;
    if (list !== null) return void this.#lists.add(list);
    this.#tables.push(order.rows);
    this.#slots.push(order.slot);
  }

  /** At the end of a request. */
  collect(): void {
    for (let rows = this.#tables.pop(); rows !== undefined; rows = this.#tables.pop()) {
      rows.giveBack(this.#slots.pop()!);
    }
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

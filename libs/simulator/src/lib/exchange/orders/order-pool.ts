import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';

/**
 * Gives back the rows of orders that are gone. Until the end of a request somebody may still look at them; at those of a
 * list, as long as any order of it is open, for the list speaks of them all.
 */
export class OrderPool {
  /** The row of the first that has ended, alone more often than not, and those of others: tables, and slots in them. */
  #rows: OrderRows | null = null;
  #slot = 0;
  readonly #otherRows: OrderRows[] = [];
  readonly #otherSlots: number[] = [];
  readonly #lists = new Set<OrderList>();

  /** An order has ended. */
  discard(order: LiveOrder): void {
    const list = order.isListed ? order.list : null;
    if (list === null) this.discardRow(order.rows, order.slot);
    else this.#lists.add(list);
  }

  /** An order that is in no list has ended. */
  discardRow(rows: OrderRows, slot: number): void {
    if (this.#rows === null) {
      this.#rows = rows;
      this.#slot = slot;
    } else {
      this.#otherRows.push(rows);
      this.#otherSlots.push(slot);
    }
  }

  /** At the end of a request. */
  collect(): void {
    if (this.#rows !== null) this.#collectRows(this.#rows);
    if (this.#lists.size > 0) this.#collectLists();
  }

  #collectRows(first: OrderRows): void {
    first.giveBack(this.#slot);
    this.#rows = null;
    for (let rows = this.#otherRows.pop(); rows !== undefined; rows = this.#otherRows.pop()) {
      rows.giveBack(this.#otherSlots.pop()!);
    }
  }

  #collectLists(): void {
    for (const { orders } of this.#lists) {
      if (orders.every(({ isOpen }) => !isOpen)) orders.forEach(giveBack);
    }
    this.#lists.clear();
  }
}

function giveBack({ rows, slot }: LiveOrder): void {
  rows.giveBack(slot);
}

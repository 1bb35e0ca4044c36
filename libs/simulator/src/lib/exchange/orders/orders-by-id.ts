import { LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';
import { SlotTable } from './slot-table.ts';

/**
 * Open orders by id. Ids count up, so that they are spread over the table as they are, without being hashed, and orders
 * placed one after the other lie side by side. It grows with what is open and not with how far apart the ids are: memory
 * that is touched at random all over is what a large book waits for.
 */
export class OrdersById {
  readonly #rows: OrderRows;
  readonly #table = new SlotTable();

  constructor(rows: OrderRows) {
    this.#rows = rows;
  }

  get(id: number): LiveOrder | undefined {
    const hash = id | 0;
    for (let cell = this.#table.first(hash); cell !== -1; cell = this.#table.next(cell, hash)) {
      const slot = this.#table.slotAt(cell);
      if (this.#rows.id(slot) === id) return new LiveOrder(this.#rows, slot);
    }
    return undefined;
  }

  add(id: number, slot: number): void {
    this.#table.add(id | 0, slot);
  }

  delete(id: number, slot: number): void {
    this.#table.delete(id | 0, slot);
  }

  /** In the order of their ids. */
  values(): LiveOrder[] {
    const orders = Array.from(this.#table.slots(), (slot) => new LiveOrder(this.#rows, slot));
    return orders.sort((a, b) => a.id - b.id);
  }

  /** Those of one seat, in the order of their ids. */
  ofSeat(number: number): LiveOrder[] {
    const orders: LiveOrder[] = [];
    for (const slot of this.#table.slots()) {
      if (this.#rows.seatNumber(slot) === number) orders.push(new LiveOrder(this.#rows, slot));
    }
    return orders.sort((a, b) => a.id - b.id);
  }
}

import { ID, LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';
import { firstNumber } from './order-rows.ts';
import { SlotTable } from './slot-table.ts';

/** Open orders by id. */
export class OrdersById {
  readonly #rows: OrderRows;
  readonly #table = new SlotTable();

  constructor(rows: OrderRows) {
    this.#rows = rows;
  }

  get(id: number): LiveOrder | undefined {
    const hash = hashOf(id);
    for (let cell = this.#table.first(hash); cell !== -1; cell = this.#table.next(cell, hash)) {
      const slot = this.#table.slotAt(cell);
      if (this.#rows.numbers(slot)[firstNumber(slot) + ID] === id) return new LiveOrder(this.#rows, slot);
    }
    return undefined;
  }

  add({ id, slot }: LiveOrder): void {
    this.#table.add(hashOf(id), slot);
  }

  delete({ id, slot }: LiveOrder): void {
    this.#table.delete(hashOf(id), slot);
  }

  *values(): Generator<LiveOrder> {
    for (const slot of this.#table.slots()) yield new LiveOrder(this.#rows, slot);
  }
}

/**
 * Eight ids that follow each other lie side by side, in one cache line, and 2^32 over the golden ratio scatters the
 * eights: else those open for long would be in the way of new ones.
 */
function hashOf(id: number): number {
  const hash = Math.imul(id / 8, 0x9e3779b1);
  return ((hash ^ (hash >>> 15)) << 3) | (id & 7);
}

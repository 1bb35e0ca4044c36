import { LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';
import { SlotTable } from './slot-table.ts';
import { IS_KNOWN } from './traits.ts';

/**
 * Open orders by id. Most are at home, in the row that their id says; the others are kept in a table. Memory that is
 * touched at random all over is what a large book waits for, and this way it is the row alone.
 */
export class OrdersById {
  readonly #rows: OrderRows;
  /** Those that are not at home, by id, while there are so many homes. */
  #away = new SlotTable();
  #homes: number;

  constructor(rows: OrderRows) {
    this.#rows = rows;
    this.#homes = rows.homes;
  }

  get(id: number): LiveOrder | undefined {
    const rows = this.#rows;
    const home = rows.home(id);
    // Nobody stands before himself. Who looks for an order soon asks for its links: asked for here, they come from memory
    // together with the row, and not after it.
    if (rows.links.before(home) === home) return undefined;
    const isHome = rows.id(home) === id && (rows.traits(home) & IS_KNOWN) !== 0;
    const slot = isHome ? home : this.#find(id);
    return slot === 0 ? undefined : new LiveOrder(rows, slot);
  }

  add(id: number, slot: number): void {
    const rows = this.#rows;
    rows.setTraits(slot, rows.traits(slot) | IS_KNOWN);
    if (slot !== rows.home(id)) this.addAway(id, slot);
  }

  delete(id: number, slot: number): void {
    const rows = this.#rows;
    if (slot !== rows.home(id)) this.deleteAway(id, slot);
    rows.setTraits(slot, rows.traits(slot) & ~IS_KNOWN);
  }

  /** What is to be done only for an order that is not at home, once its row says that it is known. */
  addAway(id: number, slot: number): void {
    if (this.#homes === this.#rows.homes) this.#away.add(id | 0, slot);
    else this.#gather();
  }

  /** What is to be done only for an order that is not at home, while its row says that it is known. */
  deleteAway(id: number, slot: number): void {
    this.#table().delete(id | 0, slot);
  }

  /** In the order of their ids. */
  values(): LiveOrder[] {
    const orders = Array.from(this.#slots(), (slot) => new LiveOrder(this.#rows, slot));
    return orders.sort((a, b) => a.id - b.id);
  }

  /** Those of one seat, in the order of their ids. */
  ofSeat(number: number): LiveOrder[] {
    const orders: LiveOrder[] = [];
    for (const slot of this.#slots()) {
      if (this.#rows.seatNumber(slot) === number) orders.push(new LiveOrder(this.#rows, slot));
    }
    return orders.sort((a, b) => a.id - b.id);
  }

  /** The slot of an order that is not at home; 0 where there is none. */
  #find(id: number): number {
    const table = this.#table();
    for (let cell = table.first(id | 0); cell !== -1; cell = table.next(cell, id | 0)) {
      const slot = table.slotAt(cell);
      if (this.#rows.id(slot) === id) return slot;
    }
    return 0;
  }

  #table(): SlotTable {
    if (this.#homes !== this.#rows.homes) this.#gather();
    return this.#away;
  }

  /** There are more homes than before, so that others are away. */
  #gather(): void {
    const rows = this.#rows;
    this.#homes = rows.homes;
    this.#away = new SlotTable();
    for (const slot of this.#slots()) {
      const id = rows.id(slot);
      if (slot !== rows.home(id)) this.#away.add(id | 0, slot);
    }
  }

  *#slots(): Generator<number> {
    const rows = this.#rows;
    for (let slot = 1; slot < rows.bound; slot++) {
      if ((rows.traits(slot) & IS_KNOWN) !== 0) yield slot;
    }
  }
}

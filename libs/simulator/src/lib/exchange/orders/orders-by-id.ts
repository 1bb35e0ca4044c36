import { LiveOrder } from './live-order.ts';
import type { OrderRows } from './order-rows.ts';

/** Ids that follow each other share a page. */
const PAGE = 4_096;

interface Page {
  readonly slots: Int32Array;
  /** How many of its orders are open. */
  open: number;
}

/**
 * Open orders by id. Ids count up, so that each has a place of its own: a page of slots for every 4,096 ids of which any
 * order is open. Nothing is hashed, and orders placed one after the other lie side by side.
 */
export class OrdersById {
  readonly #rows: OrderRows;
  /** From the page `#first` on; null where nothing is open. */
  #pages: (Page | null)[] = [];
  #first = 0;
  /** A page that has become empty, for the next one that is needed. */
  #spare: Page | null = null;

  constructor(rows: OrderRows) {
    this.#rows = rows;
  }

  get(id: number): LiveOrder | undefined {
    const slot = this.#slotOf(id);
    return slot === 0 ? undefined : new LiveOrder(this.#rows, slot);
  }

  add(id: number, slot: number): void {
    const number = Math.floor(id / PAGE);
    const page = this.#pages[number - this.#first] ?? this.#open(number);
    page.slots[id - number * PAGE] = slot;
    page.open++;
  }

  delete(id: number): void {
    const number = Math.floor(id / PAGE);
    const page = this.#pages[number - this.#first];
    if (page === undefined || page === null) return;
    page.slots[id - number * PAGE] = 0;
    if (--page.open > 0) return;
    this.#pages[number - this.#first] = null;
    this.#spare = page;
  }

  /** In the order of their ids. */
  *values(): Generator<LiveOrder> {
    for (const page of this.#pages) {
      for (const slot of page?.slots ?? []) {
        if (slot !== 0) yield new LiveOrder(this.#rows, slot);
      }
    }
  }

  #slotOf(id: number): number {
    const number = Math.floor(id / PAGE);
    const page = this.#pages[number - this.#first];
    return page === undefined || page === null ? 0 : (page.slots[id - number * PAGE] ?? 0);
  }

  #open(number: number): Page {
    if (this.#pages.length === 0) this.#first = number;
    if (number < this.#first) {
      this.#pages = [...new Array<null>(this.#first - number).fill(null), ...this.#pages];
      this.#first = number;
    }
    while (this.#pages.length < number - this.#first) this.#pages.push(null);
    const page = this.#spare ?? { slots: new Int32Array(PAGE), open: 0 };
    this.#spare = null;
    this.#pages[number - this.#first] = page;
    return page;
  }
}

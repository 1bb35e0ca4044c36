import type { LiveOrder } from './live-order.ts';

const PAGE = 64;

interface Page {
  readonly orders: (LiveOrder | null)[];
  count: number;
}

/** Open orders by id. Ids grow, so that those of one time share a page; a page goes with its last order. */
export class OrdersById {
  readonly #pages = new Map<number, Page>();
  /** A page that has become empty, for the next one that is needed. */
  #spare: Page | null = null;

  get(id: number): LiveOrder | undefined {
    return this.#pages.get(Math.floor(id / PAGE))?.orders[id % PAGE] ?? undefined;
  }

  add(order: LiveOrder): void {
    const number = Math.floor(order.id / PAGE);
    const page = this.#pages.get(number) ?? this.#open(number);
    page.orders[order.id % PAGE] = order;
    page.count++;
  }

  delete(order: LiveOrder): void {
    const number = Math.floor(order.id / PAGE);
    const page = this.#pages.get(number);
    if (page === undefined) return;
    page.orders[order.id % PAGE] = null;
    page.count--;
    if (page.count > 0) return;
    this.#pages.delete(number);
    this.#spare = page;
  }

  *values(): Generator<LiveOrder> {
    for (const { orders } of this.#pages.values()) {
      for (const order of orders) if (order !== null) yield order;
    }
  }

  #open(number: number): Page {
    const page = this.#spare ?? { orders: new Array<LiveOrder | null>(PAGE).fill(null), count: 0 };
    this.#spare = null;
    this.#pages.set(number, page);
    return page;
  }
}

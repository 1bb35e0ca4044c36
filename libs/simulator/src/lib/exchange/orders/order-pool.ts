import type { Seat } from '../listing/seat.ts';
import { LiveOrder } from './live-order.ts';
import type { OrderTerms } from './order-terms.ts';

/**
 * Makes orders of those that are gone: at millions of orders a second, most of the time would otherwise go into moving
 * young ones to where old ones live. Orders of lists are not used again, for their list still speaks of them.
 */
export class OrderPool {
  readonly #free: LiveOrder[] = [];
  readonly #gone: LiveOrder[] = [];

  take(id: number, seat: Seat, terms: OrderTerms, now: number): LiveOrder {
    const order = this.#free.pop();
    if (order === undefined) return new LiveOrder(id, seat, terms, now);
    order.begin(id, seat, terms, now);
    return order;
  }

  /** An order has ended; until the end of the request somebody may still look at it. */
  discard(order: LiveOrder): void {
    if (order.list === null) this.#gone.push(order);
  }

  /** At the end of a request. */
  collect(): void {
    for (let order = this.#gone.pop(); order !== undefined; order = this.#gone.pop()) this.#free.push(order);
  }
}

import { BookSide } from '../order-book/book-side.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { OrderRows } from '../orders/order-rows.ts';
import { isTriggeredAbove } from '../orders/order-terms.ts';
import { hasTurned } from './trail.ts';

/**
 * Orders that wait for the last price. Those above the market are sorted by nearness from below, those below from
 * above; at one price the first placed is the first triggered. Trailing stops that follow the market are asked at every
 * trade, in the order in which they began to.
 */
export class Triggers {
  readonly above: BookSide;
  readonly below: BookSide;
  /** By slot, in the order in which they began to follow. */
  readonly #trailing = new Map<number, LiveOrder>();

  constructor(rows: OrderRows) {
    this.above = new BookSide(false, rows);
    this.below = new BookSide(true, rows);
  }

  /** Stops that follow the market. */
  following(): IterableIterator<LiveOrder> {
    return this.#trailing.values();
  }

  add(order: LiveOrder): void {
    const { stopPrice, type } = order.terms;
    const isFollowing = order.trail !== null && order.trail.activeSince !== null;
    if (stopPrice === null || isFollowing) this.#follow(order);
    else (isTriggeredAbove(type, order.isBuy) ? this.above : this.below).add(order, stopPrice);
  }

  remove(order: LiveOrder): void {
    if (order.level !== null) order.level.side.remove(order);
    else if (order.trail !== null) this.#trailing.delete(order.slot);
  }

  /** Takes out what a trade at `price` triggers, in order. */
  pull(price: number, now: number, triggered: (order: LiveOrder) => void): void {
    if (this.#trailing.size > 0) this.#pullTrailing(price, triggered);
    const { above, below } = this;
    while (above.isReached(price)) this.#reach(above, price, now, triggered);
    while (below.isReached(price)) this.#reach(below, price, now, triggered);
  }

  /** The first order of the nearest level has been reached: it is triggered, or begins to follow the market. */
  #reach(side: BookSide, price: number, now: number, triggered: (order: LiveOrder) => void): void {
    const order = side.best?.head ?? null;
    if (order === null) return;
    side.remove(order);
    if (order.trail === null) return triggered(order);
    order.trail.activeSince = now;
    order.trail.extreme = price;
    this.#follow(order);
  }

  #follow(order: LiveOrder): void {
    order.place = order.seat.listing.nextPlace++;
    this.#trailing.set(order.slot, order);
  }

  #pullTrailing(price: number, triggered: (order: LiveOrder) => void): void {
    for (const order of this.#trailing.values()) {
      const { trail, isBuy } = order;
      if (trail === null) continue;
      const { extreme } = trail;
      if (extreme === null || (isBuy ? price < extreme : price > extreme)) trail.extreme = price;
      else if (hasTurned(isBuy, trail.deltaBips, extreme, price)) {
        this.#trailing.delete(order.slot);
        triggered(order);
      }
    }
  }
}

import { LiveOrder } from '../orders/live-order.ts';
import type { OrderRows } from '../orders/order-rows.ts';
import type { BookSide } from './book-side.ts';

/** The orders at one price, first come first: a look at a row of the table of levels, made anew wherever one is needed. */
export class PriceLevel {
  // Declared only: a look is made for every level that is touched, and fields would be set twice.
  declare private readonly rows: OrderRows;
  /** What it is known by in the table. */
  declare readonly number: number;

  constructor(rows: OrderRows, number: number) {
    this.rows = rows;
    this.number = number;
  }

  get side(): BookSide {
    return this.rows.sides[this.rows.levels.side(this.number)]!;
  }

  get price(): number {
    return this.rows.levels.price(this.number);
  }

  /** What is left of its orders, hidden parts included. */
  get total(): number {
    return this.rows.levels.total(this.number);
  }

  /** What of it everybody sees. */
  get shown(): number {
    return this.rows.levels.shown(this.number);
  }

  /** What of it is the market's own. */
  get own(): number {
    return this.rows.levels.own(this.number);
  }

  /** Who trades first; null where nobody stands. */
  get head(): LiveOrder | null {
    const slot = this.rows.levels.head(this.number);
    return slot === 0 ? null : new LiveOrder(this.rows, slot);
  }

  append(order: LiveOrder): void {
    this.#enqueue(order);
    this.#count(order, order.remaining, order.shown);
  }

  /** Takes `quantity` off what is left and shown of an order that stands here. */
  take(order: LiveOrder, quantity: number): void {
    if (order.isIceberg) order.shown -= quantity;
    this.#count(order, -quantity, -quantity);
  }

  /** Takes `quantity` off what is left of an order, from its hidden part first. */
  reduce(order: LiveOrder, quantity: number): void {
    const left = order.remaining - quantity;
    const shown = order.shown > left ? order.shown - left : 0;
    order.shown -= shown;
    this.#count(order, -quantity, -shown);
  }

  /** Adds `quantity` to an order that stands here, all of it shown. It is to be counted in the order afterwards. */
  extend(order: LiveOrder, quantity: number): void {
    order.shown += quantity;
    this.#count(order, quantity, quantity);
  }

  /** Shows the next part of an iceberg, at the back of the queue. */
  showNext(order: LiveOrder, quantity: number): void {
    order.shown = quantity;
    this.rows.levels.count(this.number, 0, quantity, 0);
    this.rows.levels.remove(this.number, order.slot);
    this.#enqueue(order);
  }

  #enqueue({ slot, seat }: LiveOrder): void {
    const rows = this.rows;
    rows.levels.append(this.number, slot);
    rows.stand(slot, this.number, seat.listing.nextPlace++);
  }

  #count(order: LiveOrder, total: number, shown: number): void {
    this.rows.levels.count(this.number, total, shown, order.seat.trader.isFunded ? 0 : total);
  }
}

import type { LiveOrder } from '../orders/live-order.ts';
import type { BookSide } from './book-side.ts';

/** The orders at one price, first come first. The queue runs through the orders themselves. */
export class PriceLevel {
  readonly side: BookSide;
  readonly price: number;
  head: LiveOrder | null = null;
  tail: LiveOrder | null = null;
  /** What is left of its orders, hidden parts included. */
  total = 0;
  /** What of it everybody sees. */
  shown = 0;
  /** What of it is the market's own. */
  own = 0;

  constructor(side: BookSide, price: number) {
    this.side = side;
    this.price = price;
  }

  append(order: LiveOrder): void {
    order.level = this;
    order.place = order.seat.listing.nextPlace++;
    order.before = this.tail;
    order.after = null;
    if (this.tail === null) this.head = order;
    else this.tail.after = order;
    this.tail = order;
    this.#count(order, order.remaining, order.shown);
  }

  remove(order: LiveOrder): void {
    this.#unlink(order);
    order.level = null;
    this.#count(order, -order.remaining, -order.shown);
  }

  /** Takes `quantity` off what is left and shown of an order that stands here. */
  take(order: LiveOrder, quantity: number): void {
    order.shown -= quantity;
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
    this.shown += quantity;
    this.#unlink(order);
    order.place = order.seat.listing.nextPlace++;
    order.before = this.tail;
    order.after = null;
    if (this.tail === null) this.head = order;
    else this.tail.after = order;
    this.tail = order;
  }

  #unlink(order: LiveOrder): void {
    if (order.before === null) this.head = order.after;
    else order.before.after = order.after;
    if (order.after === null) this.tail = order.before;
    else order.after.before = order.before;
    order.before = null;
    order.after = null;
  }

  #count(order: LiveOrder, total: number, shown: number): void {
    this.total += total;
    this.shown += shown;
    if (!order.seat.trader.isFunded) this.own += total;
  }
}

import { AFTER, BEFORE, LEVEL, LiveOrder } from '../orders/live-order.ts';
import type { OrderRows } from '../orders/order-rows.ts';
import { firstWord } from '../orders/order-rows.ts';
import type { BookSide } from './book-side.ts';

/** The orders at one price, first come first. The queue runs through the rows of the orders themselves. */
export class PriceLevel {
  readonly side: BookSide;
  readonly price: number;
  /** What is left of its orders, hidden parts included. */
  total = 0;
  /** What of it everybody sees. */
  shown = 0;
  /** What of it is the market's own. */
  own = 0;
  readonly #rows: OrderRows;
  readonly #number: number;
  /** Slots of who is first and last, 0 for nobody. */
  #head = 0;
  #tail = 0;

  constructor(side: BookSide, rows: OrderRows, price: number) {
    this.side = side;
    this.price = price;
    this.#rows = rows;
    this.#number = rows.enterLevel(this);
  }

  /** Who trades first; null where nobody stands. */
  get head(): LiveOrder | null {
    return this.#head === 0 ? null : new LiveOrder(this.#rows, this.#head);
  }

  get isEmpty(): boolean {
    return this.#head === 0;
  }

  append(order: LiveOrder): void {
    order.words[order.word + LEVEL] = this.#number;
    this.#enqueue(order);
    this.#count(order, order.remaining, order.shown);
  }

  remove(order: LiveOrder): void {
    this.#unlink(order);
    order.words[order.word + LEVEL] = 0;
    this.#count(order, -order.remaining, -order.shown);
  }

  /** It is no more, and nobody stands here. */
  close(): void {
    this.#rows.leaveLevel(this.#number);
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
    this.#enqueue(order);
  }

  #enqueue(order: LiveOrder): void {
    const { slot, words, word } = order;
    const tail = this.#tail;
    order.place = order.seat.listing.nextPlace++;
    words[word + BEFORE] = tail;
    words[word + AFTER] = 0;
    if (tail === 0) this.#head = slot;
    else this.#rows.words(tail)[firstWord(tail) + AFTER] = slot;
    this.#tail = slot;
  }

  #unlink({ words, word }: LiveOrder): void {
    const before = words[word + BEFORE]!;
    const after = words[word + AFTER]!;
    if (before === 0) this.#head = after;
    else this.#rows.words(before)[firstWord(before) + AFTER] = after;
    if (after === 0) this.#tail = before;
    else this.#rows.words(after)[firstWord(after) + BEFORE] = before;
  }

  #count(order: LiveOrder, total: number, shown: number): void {
    this.total += total;
    this.shown += shown;
    if (!order.seat.trader.isFunded) this.own += total;
  }
}

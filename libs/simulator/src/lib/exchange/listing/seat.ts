import type { Holding } from '../accounts/holding.ts';
import { OpenCount } from '../accounts/open-count.ts';
import type { Trader } from '../accounts/trader.ts';
import { idOfName } from '../orders/derived-name.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { OrdersByName } from '../orders/orders-by-name.ts';
import { IS_NAMED, isPlain } from '../orders/traits.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { Listing } from './listing.ts';
import { SeatFacts } from './seat-facts.ts';

/** A trader's place at a symbol: what is traded with, and what is open. */
export class Seat {
  readonly trader: Trader;
  readonly listing: Listing;
  readonly base: Holding;
  readonly quote: Holding;
  /** Open orders that their owner has named. */
  readonly #named: OrdersByName;
  readonly lists = new Map<number, OrderList>();
  readonly open = new OpenCount();
  readonly facts = new SeatFacts(this);
  /** What open buys may still bring, in lots. */
  openBuyLots = 0;
  /** What the rows of its orders know it by. */
  readonly number: number;

  constructor(trader: Trader, listing: Listing) {
    this.trader = trader;
    this.listing = listing;
    this.#named = new OrdersByName(listing.rows);
    this.number = listing.rows.enterSeat(this);
    this.base = trader.holding(listing.rules.base.code);
    this.quote = trader.holding(listing.rules.quote.code);
  }

  /** The open order of a name, given or derived. */
  named(name: string): LiveOrder | undefined {
    const given = this.#named.get(name);
    if (given !== undefined) return given;
    const id = idOfName(name);
    const order = id === null ? undefined : this.listing.orders.get(id);
    return order === undefined || order.isNamed || order.seat !== this ? undefined : order;
  }

  isTaken(name: string): boolean {
    return this.named(name) !== undefined;
  }

  /** What is open, in the order of its ids. */
  orders(): LiveOrder[] {
    return this.open.orders === 0 ? [] : this.listing.orders.ofSeat(this.number);
  }

  enter(order: LiveOrder): void {
    const { rows, slot } = order;
    const word = rows.traits(slot);
    this.listing.orders.add(rows.id(slot), slot);
    this.count(order, word, 1);
  }

  /** Counts an order that is open, and finds it by the name that it was given; with −1 no more. */
  count(order: LiveOrder, word: number, by: 1 | -1): void {
    if (order.isBuy) this.openBuyLots += by * order.rows.remaining(order.slot);
    if ((word & IS_NAMED) !== 0) this.#changeNamed(order, by);
    if (isPlain(word)) {
      this.open.orders += by;
      this.trader.open.orders += by;
    } else {
      this.open.count(word, by);
      this.trader.open.count(word, by);
    }
  }

  rename(order: LiveOrder, clientOrderId: string): void {
    if (order.isNamed) this.#named.delete(order);
    order.name(clientOrderId);
    this.#named.add(order);
  }

  /** A stop has been triggered: it counts as a stop no more. */
  triggered(): void {
    this.open.algoOrders--;
    this.trader.open.algoOrders--;
  }

  enterList(list: OrderList): void {
    this.lists.set(list.id, list);
    this.open.orderLists++;
    this.trader.open.orderLists++;
  }

  leaveList(list: OrderList): void {
    this.lists.delete(list.id);
    this.open.orderLists--;
    this.trader.open.orderLists--;
  }

  leave(order: LiveOrder): void {
    const { rows, slot } = order;
    const word = rows.traits(slot);
    this.listing.orders.delete(rows.id(slot), slot);
    this.count(order, word, -1);
  }

  #changeNamed(order: LiveOrder, by: 1 | -1): void {
    if (by === 1) this.#named.add(order);
    else this.#named.delete(order);
  }
}

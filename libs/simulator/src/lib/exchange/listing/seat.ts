import type { Holding } from '../accounts/holding.ts';
import { OpenCount } from '../accounts/open-count.ts';
import type { Trader } from '../accounts/trader.ts';
import { idOfName } from '../orders/derived-name.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { OrdersByName } from '../orders/orders-by-name.ts';
import { IS_NAMED } from '../orders/traits.ts';
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
    const word = order.traits;
    if ((word & IS_NAMED) !== 0) this.#named.add(order);
    this.listing.orders.add(order.id, order.slot);
    if (order.isBuy) this.openBuyLots += order.remaining;
    this.open.count(word, 1);
    this.trader.open.count(word, 1);
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
    const word = order.traits;
    if ((word & IS_NAMED) !== 0) this.#named.delete(order);
    this.listing.orders.delete(order.id, order.slot);
    if (order.isBuy) this.openBuyLots -= order.remaining;
    this.open.count(word, -1);
    this.trader.open.count(word, -1);
  }
}

import type { Holding } from '../accounts/holding.ts';
import { OpenCount } from '../accounts/open-count.ts';
import type { Trader } from '../accounts/trader.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { OrdersByName } from '../orders/orders-by-name.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { Listing } from './listing.ts';
import { SeatFacts } from './seat-facts.ts';

/** A trader's place at a symbol: what is traded with, and what is open. */
export class Seat {
  readonly trader: Trader;
  readonly listing: Listing;
  readonly base: Holding;
  readonly quote: Holding;
  /** Open orders by client order id; the market's own have none. */
  readonly orders: OrdersByName;
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
    this.orders = new OrdersByName(listing.rows);
    this.number = listing.rows.enterSeat(this);
    this.base = trader.holding(listing.rules.base.code);
    this.quote = trader.holding(listing.rules.quote.code);
  }

  enter(order: LiveOrder): void {
    if (order.clientOrderId !== '') this.orders.add(order);
    this.listing.orders.add(order);
    if (order.isBuy) this.openBuyLots += order.remaining;
    this.open.count(order, 1);
    this.trader.open.count(order, 1);
  }

  rename(order: LiveOrder, clientOrderId: string): void {
    this.orders.delete(order);
    order.clientOrderId = clientOrderId;
    this.orders.add(order);
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
    if (order.clientOrderId !== '') this.orders.delete(order);
    this.listing.orders.delete(order);
    if (order.isBuy) this.openBuyLots -= order.remaining;
    this.open.count(order, -1);
    this.trader.open.count(order, -1);
  }
}

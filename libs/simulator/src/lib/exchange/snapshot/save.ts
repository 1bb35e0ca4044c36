import { balanceOf } from '../accounts/holding.ts';
import type { Traders } from '../accounts/traders.ts';
import type { Floor } from '../desk/floor.ts';
import type { ExchangeSnapshot, SavedExchangeList, SavedSymbol } from '../exchange.ts';
import type { Listing } from '../listing/listing.ts';
import { queued } from '../order-book/queued.ts';
import { listValue } from '../order-lists/list-value.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { savedOrder } from './saved-order.ts';

/** Everything that an exchange needs to go on as if it had never stopped. */
export function save(floor: Floor, traders: Traders, listings: readonly Listing[]): ExchangeSnapshot {
  return {
    version: 1,
    counters: {
      orderId: floor.nextOrderId,
      listId: floor.nextListId,
      executionId: floor.tape.nextExecutionId,
      preventedMatchId: floor.prevention.nextMatchId,
    },
    accounts: [...traders.all()].map(({ account, holdings }) => ({
      account,
      balances: [...holdings.values()].map(balanceOf),
    })),
    symbols: listings.map(savedSymbol),
    feesTaken: floor.ledger.feesTaken(),
  };
}

function savedSymbol(listing: Listing): SavedSymbol {
  const orders = inQueues(listing).filter(({ seat }) => seat.trader.isFunded);
  const lists = new Set(orders.map(({ list }) => list).filter((list) => list !== null));
  return {
    rules: listing.rules,
    grid: listing.grid,
    nextTradeId: listing.nextTradeId,
    nextUpdateId: listing.nextUpdateId,
    nextPlace: listing.nextPlace,
    lastPrice: listing.lastPrice,
    orders: orders.map(savedOrder),
    lists: [...lists].sort((a, b) => a.id - b.id).map(savedList),
  };
}

/** Every open order once: what stands in a queue in its order there, then by id what waits for another order. */
function inQueues({ book, triggers, orders }: Listing): LiveOrder[] {
  const sides = [book.bids, book.asks, triggers.above, triggers.below];
  const standing = [...sides.flatMap((side) => [...queued(side)]), ...triggers.following()];
  const pending = orders.values().filter(({ status }) => status === 'pendingNew');
  return [...standing, ...pending];
}

/** A list, with its orders that are open no more. */
export function savedList(list: OrderList): SavedExchangeList {
  const ended = list.orders.filter(({ isOpen }) => !isOpen).map(savedOrder);
  return { ...listValue(list), kind: list.kind, ended };
}

import type { Trader } from '../accounts/trader.ts';
import { unitsOf } from '../accounts/units.ts';
import type { Traders } from '../accounts/traders.ts';
import type { Floor } from '../desk/floor.ts';
import type { ExchangeSnapshot, SavedAccount, SavedExchangeList, SavedSymbol } from '../exchange.ts';
import type { Listing } from '../listing/listing.ts';
import type { Listings } from '../listing/listings.ts';
import { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { restoredOrder } from './saved-order.ts';

/** Puts an exchange that has just been opened where another was. Nothing is told. */
export function restore(
  { counters, accounts, symbols, feesTaken }: ExchangeSnapshot,
  floor: Floor,
  traders: Traders,
  listings: Listings,
): void {
  floor.nextOrderId = counters.orderId;
  floor.nextListId = counters.listId;
  floor.tape.nextExecutionId = counters.executionId;
  floor.prevention.nextMatchId = counters.preventedMatchId;
  for (const { asset, amount } of feesTaken) floor.ledger.takeFee({ asset, units: unitsOf(amount) });
  for (const saved of accounts) restoreAccount(saved, traders);
  for (const saved of symbols) restoreSymbol(saved, listings.require(saved.rules.symbol), traders);
}

function restoreAccount({ account, balances }: SavedAccount, traders: Traders): void {
  const trader = traders.get(account.accountId) ?? traders.open(account);
  trader.change(account);
  for (const { asset, free, locked } of balances) {
    trader.holding(asset).restore(unitsOf(free), unitsOf(locked));
  }
}

function restoreSymbol(saved: SavedSymbol, listing: Listing, traders: Traders): void {
  listing.nextTradeId = saved.nextTradeId;
  listing.nextUpdateId = saved.nextUpdateId;
  listing.lastPrice = saved.lastPrice;
  const orders = new Map<number, LiveOrder>();
  for (const order of saved.orders) {
    orders.set(order.orderId, restoredOrder(listing.seatOf(traders.require(order.accountId)), order));
  }
  for (const list of saved.lists) restoreList(list, listing, traders.require(list.accountId), orders);
  for (const order of orders.values()) putBack(order);
  listing.nextPlace = saved.nextPlace;
}

function restoreList(
  saved: SavedExchangeList,
  listing: Listing,
  trader: Trader,
  open: ReadonlyMap<number, LiveOrder>,
): void {
  const seat = listing.seatOf(trader);
  const members = new Map([
    ...open,
    ...saved.ended.map((order): [number, LiveOrder] => [order.orderId, restoredOrder(seat, order)]),
  ]);
  const orders = saved.orders
    .map(({ orderId }) => members.get(orderId))
    .filter((order) => order !== undefined);
  const [working = null, dependents] = saved.kind === 'oco' ? [null, orders] : [orders[0], orders.slice(1)];
  const { listId, kind, listClientOrderId, transactionTime } = saved;
  const list = new OrderList(listId, seat, kind, listClientOrderId, working, dependents, transactionTime);
  list.status = saved.status;
  list.orderStatus = saved.orderStatus;
  for (const order of orders) order.join(list);
  if (list.isActive) seat.enterList(list);
}

/** Into the queue that it stood in, behind those restored before. */
function putBack(order: LiveOrder): void {
  const { seat, terms } = order;
  const { book, triggers } = seat.listing;
  const { place } = order;
  seat.enter(order);
  if (order.status === 'pendingNew') return;
  if (order.workingSince === null) triggers.add(order);
  else if (terms.price !== null) book.ownSide(order.isBuy).add(order, terms.price);
  order.place = place;
}

import type { Amount, OrderCommand, OrderRequest, SpotInstrument } from '@org/domain';
import { amount, quantity } from '@org/domain';
import type { SavedHolding } from './account/account.ts';
import type { BarBook } from './matching/bar-book.ts';
import type { Shelf } from './orders/working-order.ts';
import type { OpenOrders } from './orders/open-orders.ts';
import type { WorkingOrder } from './orders/working-order.ts';
import { workingOrder } from './orders/working-order.ts';

/** An open order in a snapshot. */
export interface SavedOrder {
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly request: OrderRequest;
  readonly lots: number;
  readonly locked: Amount;
  readonly partner: string | null;
  readonly shelf: Shelf;
  readonly note: string | null;
}

/** All that a bar simulator knows between bars, as plain data. */
export interface BarSimulatorSnapshot {
  readonly nextTradeId: number;
  readonly holdings: readonly SavedHolding[];
  /** The last price known of each market. */
  readonly prices: readonly { readonly symbol: string; readonly value: number }[];
  /** In the order in which they came, and for each market in the order in which they wait. */
  readonly orders: readonly SavedOrder[];
  readonly waiting: readonly { readonly symbol: string; readonly clientOrderIds: readonly string[] }[];
  /** Commands not answered yet. */
  readonly commands: readonly OrderCommand[];
}

export function saveBooks(
  books: readonly BarBook[],
  orders: readonly WorkingOrder[],
): Pick<BarSimulatorSnapshot, 'prices' | 'orders' | 'waiting'> {
  return {
    prices: books.map(({ symbol, current }) => ({ symbol, value: current })),
    orders: orders.map(savedOrder),
    waiting: books.map((book) => ({
      symbol: book.symbol,
      clientOrderIds: book.openOrders().map(({ clientOrderId }) => clientOrderId),
    })),
  };
}

/** Puts the orders of a snapshot back onto their shelves and into `open`, and the prices into their books. */
export function restoreBooks(
  { prices, orders, waiting }: BarSimulatorSnapshot,
  bookOf: (symbol: string) => BarBook,
  open: OpenOrders,
): void {
  open.clear();
  for (const saved of orders) open.add(restoredOrder(saved, bookOf(saved.symbol).instrument));
  for (const { clientOrderId, partner } of orders) {
    const order = open.get(clientOrderId);
    if (order !== null && partner !== null) order.partner = open.get(partner);
  }
  for (const { symbol, value } of prices) bookOf(symbol).restart(value);
  for (const { symbol, clientOrderIds } of waiting) {
    for (const id of clientOrderIds) {
      const order = open.get(id);
      if (order !== null) bookOf(symbol).shelve(order);
    }
  }
}

function savedOrder(order: WorkingOrder): SavedOrder {
  const { symbol, clientOrderId, request, lots, locked, partner, shelf, note } = order;
  return {
    symbol,
    clientOrderId,
    request,
    lots,
    locked: amount(locked),
    partner: partner?.clientOrderId ?? null,
    shelf,
    note,
  };
}

function restoredOrder(saved: SavedOrder, instrument: SpotInstrument): WorkingOrder {
  const order = workingOrder(saved.clientOrderId, saved.request, instrument);
  order.lots = quantity(saved.lots);
  order.locked = saved.locked;
  order.shelf = saved.shelf;
  order.note = saved.note;
  return order;
}

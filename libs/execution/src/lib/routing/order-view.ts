import type { Amount, Order } from '@org/domain';
import { amount, amountValue, ZERO } from '@org/domain';
import type { OrderView } from '@org/risk';
import { claimOf, freeCash, predecessorsOf, sellableUnits } from '../orders/free-funds.ts';
import { positionOf } from '../portfolio/position.ts';
import { workerEquity } from '../portfolio/equity.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { Turn } from '../trading-step/turn.ts';

const NONE: readonly Order[] = [];

/** What risk looks at before it approves an order of this strategy in this market. */
export function orderView(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  market: Market,
  replaced: Order | null,
): OrderView {
  const { state } = turn;
  const { instrument, index } = market;
  const worker = state.workers[seat.index];
  const markPrice = state.marks[index] ?? Number.NaN;
  const gone = replaced === null ? NONE : [replaced, ...predecessorsOf(state, replaced)];
  const entries = openEntries(desk, turn, market, gone);
  const cash = freeCash(desk, turn, seat);
  const sellable = sellableUnits(desk, turn, seat, market);
  const isBuy = replaced?.request.side === 'buy';
  const freed = replaced === null ? ZERO : claimsOf(desk, state, gone);
  return {
    time: state.time,
    instrument,
    markPrice,
    equity: state.equity,
    strategyEquity: worker === undefined ? 0 : workerEquity(desk, worker, state.marks),
    cash: replaced !== null && isBuy ? amount(cash + freed) : cash,
    sellable: replaced === null || isBuy ? sellable : amount(sellable + freed),
    position: positionOf(state, seat, instrument.symbol),
    protection: seat.strategy.protection,
    exposure: (state.account.sizes[index] ?? 0) * markPrice + amountValue(entries.reserved, instrument.quote),
    openEntryOrders: entries.count,
    risk: state.risk,
  };
}

function claimsOf(desk: Desk, state: TradingState, orders: readonly Order[]): Amount {
  return amount(orders.reduce((sum, order) => sum + claimOf(desk, state, order), 0n));
}

/** A replacement that waits is counted by the order that it waits for, and costs what it needs beyond that one. */
function openEntries(desk: Desk, { state, entries }: Turn, market: Market, gone: readonly Order[]) {
  let count = 0;
  let reserved = 0n;
  for (const order of entries) {
    if (gone.includes(order)) continue;
    if (order.state.kind !== 'waiting') count += 1;
    if (order.symbol === market.instrument.symbol) reserved += claimOf(desk, state, order);
  }
  return { count, reserved: amount(reserved) };
}

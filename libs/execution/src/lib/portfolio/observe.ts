import type { CandleClosed, Order, OrderFilled, TradingEvent } from '@org/domain';
import { amount, amountValue } from '@org/domain';
import { observeEquity, pullKillSwitch, resetRisk } from '@org/risk';
import { sequenceOf } from '../orders/client-order-id.ts';
import type { OrderAdvance, OrderReport } from '../orders/order-lifecycle.ts';
import { advanceOrder, isFinal } from '../orders/order-lifecycle.ts';
import { indexOfSequence, withOrder, withoutOrder } from '../orders/working-orders.ts';
import type { Desk, Market } from '../state/desk.ts';
import { feedOf, marketOf } from '../state/desk.ts';
import {
  withBooks,
  withItem,
  withLostStreams,
  withMark,
  withPortfolio,
  withRisk,
  withTime,
} from '../state/replace.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { Turn } from '../trading-step/turn.ts';
import type { Movement } from './apply-fill.ts';
import { balanceValue, fillAccount, fillWorker, movementOf } from './apply-fill.ts';
import { equityMoved, equityOf } from './equity.ts';

/** An order of ours that an event has moved. */
export interface OrderChange {
  readonly order: Order;
  readonly before: Order;
  readonly market: Market;
  readonly fill: OrderFilled | null;
}

/** Takes an event into the state: prices, balances, orders, halts. Gives the order that it moved, if any. */
export function observe(desk: Desk, turn: Turn, event: TradingEvent): OrderChange | null {
  switch (event.kind) {
    case 'candleClosed':
      observeBar(desk, turn, event);
      return null;
    case 'traded':
      observePrice(desk, turn, marketOf(desk, event.symbol), event.price, event.time, turn.state.bars);
      return null;
    case 'orderAccepted':
    case 'orderRejected':
    case 'orderUnknown':
    case 'orderFilled':
    case 'orderCancelled':
    case 'orderExpired':
      return observeReport(desk, turn, event);
    default:
      turn.state = withTime(turn.state, event.time);
      observeRest(desk, turn, event);
      return null;
  }
}

function observeBar(desk: Desk, turn: Turn, event: CandleClosed): void {
  const market = marketOf(desk, event.symbol);
  const feed = feedOf(market, event.interval);
  const seen = turn.state.bars;
  const newest = feed === null ? null : seen[feed.index];
  if (newest !== null && newest !== undefined && event.time <= newest.time) {
    turn.repeated = true;
    return;
  }
  const bars = feed === null ? seen : withItem(seen, feed.index, event);
  observePrice(desk, turn, market, event.candle.close, event.time, bars);
}

function observePrice(
  desk: Desk,
  turn: Turn,
  market: Market,
  price: number,
  time: number,
  bars: TradingState['bars'],
): void {
  const { state } = turn;
  const marks = withItem(state.marks, market.index, price);
  const equity = equityMoved(state, market.index, price, marks);
  const risk = observeEquity(state.risk, desk.limits, time, equity, state.equity);
  turn.state = withMark(state, time, marks, bars, equity, risk);
}

function observeRest(desk: Desk, turn: Turn, event: TradingEvent): void {
  const { state } = turn;
  switch (event.kind) {
    case 'balanceSet':
      setBalance(desk, turn, event.asset, amount(event.free + event.locked));
      return;
    case 'foreignOrder':
      turn.alert('foreign-order', `order ${event.clientOrderId} on ${event.symbol} was not placed here`);
      return;
    case 'connectionLost':
      turn.state = withLostStreams(state, [
        ...state.lostStreams.filter((name) => name !== event.stream),
        event.stream,
      ]);
      return;
    case 'connectionRestored':
      turn.state = withLostStreams(
        state,
        state.lostStreams.filter((name) => name !== event.stream),
      );
      return;
    case 'killSwitch':
      turn.state = withRisk(state, pullKillSwitch(state.risk, event));
      return;
    case 'riskReset':
      turn.state = withRisk(state, resetRisk(state.risk, event, state.equity));
      return;
    case 'instrumentChanged':
      turn.alert(
        'instrument-changed',
        'the exchange changed the rules of a market: restart to trade by the new ones',
      );
      return;
    default:
      return;
  }
}

const OF_ANOTHER_MARKET: OrderAdvance = { outcome: 'impossible' };

function observeReport(desk: Desk, turn: Turn, report: OrderReport): OrderChange | null {
  const { state } = turn;
  const sequence = sequenceOf(report.clientOrderId, desk.setup.orderIdPrefix);
  const index = indexOfSequence(state.orders, sequence);
  const before = state.orders[index];
  const market = desk.marketBySymbol.get(report.symbol);
  if (before === undefined) {
    turn.state = withTime(state, report.time);
    noteUnmatched(turn, report, sequence, market);
    return null;
  }
  const advance =
    market === undefined || before.symbol !== report.symbol
      ? OF_ANOTHER_MARKET
      : advanceOrder(before, report, market.instrument);
  if (advance.outcome !== 'moved') turn.state = withTime(state, report.time);
  if (advance.outcome === 'impossible') {
    turn.alert(
      'impossible-report',
      `${report.kind} on ${report.symbol} for ${before.clientOrderId}, which is ${before.state.kind} on ${before.symbol}`,
    );
  }
  if (advance.outcome !== 'moved' || market === undefined) return null;
  const { order } = advance;
  const orders = isFinal(order.state)
    ? withoutOrder(state.orders, index)
    : withOrder(state.orders, index, order);
  if (report.kind !== 'orderFilled') {
    turn.state = withBooks(state, report.time, orders, state.account, state.workers, state.equity);
    return { order, before, market, fill: null };
  }
  const { side } = order.request;
  const movement = movementOf(report, side, market.instrument);
  const account = fillAccount(desk, state.account, movement, report, market);
  const workers = settle(desk, state.workers, order, movement, report, market);
  turn.state = withBooks(state, report.time, orders, account, workers, equityOf(account, state.marks));
  return { order, before, market, fill: report };
}

function settle(
  desk: Desk,
  workers: TradingState['workers'],
  order: Order,
  movement: Movement,
  fill: OrderFilled,
  market: Market,
): TradingState['workers'] {
  const seat = desk.seatById.get(order.strategyId)?.index ?? -1;
  const worker = workers[seat];
  if (worker === undefined) return workers;
  return withItem(workers, seat, fillWorker(worker, movement, fill, market, order.request.side));
}

/** A report about an order that is not working: told twice, foreign, or a trade that came after the end. */
function noteUnmatched(turn: Turn, report: OrderReport, sequence: number, market: Market | undefined): void {
  const ours = sequence > 0 && sequence < turn.state.nextSequence;
  if (!ours) {
    turn.alert('foreign-order', `${report.kind} for ${report.clientOrderId}, which was not placed here`);
    return;
  }
  if (report.kind !== 'orderFilled') return;
  const counted = turn.state.account.lastTradeIds[market?.index ?? -1] ?? -1;
  if (report.tradeId > counted) {
    turn.alert(
      'late-fill',
      `trade ${report.tradeId} came after ${report.clientOrderId} had ended: reconcile`,
    );
  }
}

function setBalance(desk: Desk, turn: Turn, asset: string, total: ReturnType<typeof amount>): void {
  const { state } = turn;
  const known = state.account.balances.some((balance) => balance.asset === asset);
  const balances = known
    ? state.account.balances.map((balance) => (balance.asset === asset ? { asset, total } : balance))
    : [...state.account.balances, { asset, total }];
  const account = {
    balances,
    cash: asset === desk.quote.code ? amountValue(total, desk.quote) : state.account.cash,
    sizes: desk.markets.map(({ instrument }) => balanceValue(balances, instrument.base)),
    lastTradeIds: state.account.lastTradeIds,
  };
  turn.state = withPortfolio(state, account, state.workers, equityOf(account, state.marks));
}

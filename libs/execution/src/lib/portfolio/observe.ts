import type {
  CandleClosed,
  Order,
  OrderAccepted,
  OrderFilled,
  OrderState,
  Side,
  TradingEvent,
} from '@org/domain';
import { amount, amountValue, priceValue, ZERO } from '@org/domain';
import { countHolding, enterDay, pullKillSwitch, resetRisk } from '@org/risk';
import { sequenceOf } from '../orders/client-order-id.ts';
import type { OrderReport } from '../orders/order-lifecycle.ts';
import { advanceOrder, IN_FLIGHT, isFinal, OPEN } from '../orders/order-lifecycle.ts';
import { indexOfOrder } from '../orders/working-orders.ts';
import type { BarPlace, Desk, Market, Seat } from '../state/desk.ts';
import { findMarket, findSeat, marketOf } from '../state/desk.ts';
import type { Draft } from '../state/draft.ts';
import type { Turn } from '../trading-step/turn.ts';
import { balanceValue, fillAccount, fillWorker, movementOf } from './apply-fill.ts';
import { equityMoved, equityOf } from './equity.ts';
import { payFromPositions } from './pay-from-positions.ts';

/** An order of ours that an event has moved. */
export interface OrderChange {
  readonly order: Order;
  /** Where it was before. */
  readonly from: OrderState['kind'];
  readonly market: Market;
  /** The strategy that it belongs to. */
  readonly seat: Seat;
  readonly fill: OrderFilled | null;
}

/** What is neither a bar nor a report about one order. */
export type OtherEvent = Exclude<TradingEvent, CandleClosed | OrderReport>;

/** Takes such an event into the state: prices, balances, halts. */
export function observe(desk: Desk, turn: Turn, event: OtherEvent): void {
  if (event.kind === 'traded') {
    observePrice(turn, turn.edit(), marketOf(desk, event.symbol).index, event.price, event.time);
    return;
  }
  turn.edit().time = event.time;
  observeRest(desk, turn, event);
}

/** Takes a bar into the state; false for one that was told before. */
export function observeBar(turn: Turn, { marketIndex, feedIndex }: BarPlace, bar: CandleClosed): boolean {
  const { time } = bar;
  if (feedIndex >= 0 && time <= (turn.state.barTimes[feedIndex] ?? NO_TIME)) return false;
  const draft = turn.edit();
  if (feedIndex >= 0) {
    draft.barTimes[feedIndex] = time;
    // Most often it is there already, and looking costs less than putting.
    if (draft.bars[feedIndex] !== bar) draft.bars[feedIndex] = bar;
  }
  observePrice(turn, draft, marketIndex, bar.candle.close, time);
  return true;
}

/** Constants of our own: the global one is a property, which is slower here than all the rest. */
const NO_MARK = Number.NaN;
const NO_TIME = Number.NaN;

/** Takes a price into the state: what the account holds of that market is worth it from now on. */
export function observePrice(turn: Turn, draft: Draft, index: number, price: number, time: number): void {
  const { marks } = draft;
  const move = price - (marks[index] ?? NO_MARK);
  draft.time = time;
  if (move === move) {
    turn.noteMark(draft.equity);
    marks[index] = price;
    draft.equity = equityMoved(draft, index, move);
  } else {
    learnPrice(draft, index, price);
    turn.noteMark(draft.equity);
  }
}

/**
 * Takes in the first price of a market. What is held of it was there before anybody could say what it is worth: risk counts
 * it from the start, since it is no gain that might be lost again.
 */
function learnPrice(draft: Draft, index: number, price: number): void {
  const before = draft.equity;
  draft.marks[index] = price;
  draft.equity = equityOf(draft.account, draft.marks);
  draft.risk = countHolding(draft.risk, draft.equity - before);
}

function observeRest(desk: Desk, turn: Turn, event: OtherEvent): void {
  const draft = turn.edit();
  switch (event.kind) {
    case 'balanceSet':
      setBalance(desk, turn, event.asset, amount(event.free + event.locked));
      return;
    case 'foreignOrder':
      turn.alert('foreign-order', `order ${event.clientOrderId} on ${event.symbol} was not placed here`);
      return;
    case 'connectionLost':
      draft.lostStreams = [...draft.lostStreams.filter((name) => name !== event.stream), event.stream];
      return;
    case 'connectionRestored':
      draft.lostStreams = draft.lostStreams.filter((name) => name !== event.stream);
      return;
    case 'killSwitch':
      draft.risk = pullKillSwitch(draft.risk, event);
      return;
    case 'riskReset':
      draft.risk = resetRisk(draft.risk, event, draft.equity);
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

/**
 * Takes in that the exchange has taken an order, the most frequent report, where that is all there is to it: nobody has
 * wished the order away meanwhile, and its strategy wants no word. False, and nothing is taken in, where there is more.
 */
export function observeAcceptance(desk: Desk, turn: Turn, report: OrderAccepted): boolean {
  const { state } = turn;
  const index = indexOfOrder(desk, state, report.clientOrderId);
  const order = index < 0 ? undefined : state.orders[index];
  if (order === undefined || order.state !== IN_FLIGHT || order.symbol !== report.symbol) return false;
  if (findSeat(desk, order.strategyId)?.strategy.wantsOrderEvents !== false) return false;
  turn.edit().time = report.time;
  const draft = turn.orderDraft(order);
  draft.state = OPEN;
  turn.replaceOrder(index, draft);
  return true;
}

/** Takes a report about an order into the state; gives what it moved, null where it moved nothing. */
export function observeReport(desk: Desk, turn: Turn, report: OrderReport): OrderChange | null {
  const draft = turn.edit();
  draft.time = report.time;
  const index = indexOfOrder(desk, draft, report.clientOrderId);
  const known = index < 0 ? undefined : draft.orders[index];
  const market = findMarket(desk, report.symbol);
  if (known === undefined) {
    noteUnmatched(desk, turn, report, market);
    return null;
  }
  const from = known.state.kind;
  if (market === undefined || known.symbol !== report.symbol) return noteImpossible(turn, report, known);
  const order = turn.orderDraft(known);
  const advance = advanceOrder(order, report, market.instrument);
  if (advance !== 'moved') return advance === 'same' ? null : noteImpossible(turn, report, known);
  if (isFinal(order.state)) turn.removeOrder(index);
  else turn.replaceOrder(index, order);
  const seat = findSeat(desk, order.strategyId);
  const fill = report.kind === 'orderFilled' ? report : null;
  if (fill !== null) settle(desk, turn, order.request.side, fill, market, seat);
  return seat === undefined ? null : { order, from, market, seat, fill };
}

/** Takes a trade into the account, and into the book of the strategy that it is for. */
function settle(
  desk: Desk,
  turn: Turn,
  side: Side,
  fill: OrderFilled,
  market: Market,
  seat: Seat | undefined,
): void {
  const movement = movementOf(fill, side, market.instrument);
  const mark = turn.state.marks[market.index] ?? NO_MARK;
  // Without a price, what was bought would count nothing, and what was paid for it as lost.
  if (mark !== mark) learnPrice(turn.edit(), market.index, priceValue(fill.price, market.instrument));
  const account = turn.editAccount();
  fillAccount(desk, account, movement, fill, market);
  const worker = seat === undefined ? undefined : turn.state.workers[seat.index];
  if (seat !== undefined && worker !== undefined) {
    turn.replaceWorker(seat.index, fillWorker(worker, movement, fill, market, side));
    if (movement.beside !== ZERO) payFromPositions(desk, turn, seat, fill.feeAsset);
  }
  const draft = turn.edit();
  draft.risk = enterDay(draft.risk, fill.time, draft.equity);
  draft.equity = equityOf(account, draft.marks);
}

/** A report that cannot be true of an order. */
function noteImpossible(turn: Turn, report: OrderReport, { clientOrderId, state, symbol }: Order): null {
  turn.alert(
    'impossible-report',
    `${report.kind} on ${report.symbol} for ${clientOrderId}, which is ${state.kind} on ${symbol}`,
  );
  return null;
}

/** A report about an order that is not working: told twice, foreign, or a trade that came after the end. */
function noteUnmatched(desk: Desk, turn: Turn, report: OrderReport, market: Market | undefined): void {
  const sequence = sequenceOf(report.clientOrderId, desk.setup.orderIdPrefix);
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
  const draft = turn.edit();
  const account = turn.editAccount();
  const { balances, sizes } = account;
  const known = balances.findIndex((balance) => balance.asset === asset);
  balances[known < 0 ? balances.length : known] = { asset, total };
  if (asset === desk.quote.code) account.cash = amountValue(total, desk.quote);
  for (const { instrument, index } of desk.markets) sizes[index] = balanceValue(balances, instrument.base);
  draft.equity = equityOf(account, draft.marks);
}

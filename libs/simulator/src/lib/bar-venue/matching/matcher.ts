import type { Price, Quantity } from '@org/domain';
import { affordableLots, amount, formatQuantity, notional, quantity, toPrice } from '@org/domain';
import { OpenOrders } from '../orders/open-orders.ts';
import type { WorkingOrder } from '../orders/working-order.ts';
import type { Slippage } from '../../slippage/slippage.ts';
import { INSUFFICIENT_BALANCE, LOT_SIZE } from '../answers/reasons.ts';
import type { BarBook } from './bar-book.ts';
import { Outbox } from './outbox.ts';
import type { Settlement } from './settlement.ts';

const NOTHING = 0n;

/** Trades and ends orders; what each does is told through the outbox. */
export class Matcher {
  readonly outbox = new Outbox();
  /** The open orders of all markets. */
  readonly open = new OpenOrders();
  declare private readonly settlement: Settlement;
  declare private readonly slippage: Slippage;

  constructor(settlement: Settlement, slippage: Slippage) {
    this.settlement = settlement;
    this.slippage = slippage;
  }

  /** An order that takes whatever there is while the market trades at `value`. */
  tradeAtMarket(book: BarBook, order: WorkingOrder, value: number): void {
    this.trade(book, order, this.slippage.against(order.side, value, book.instrument), 'taker');
  }

  /** A limit that the market has passed by: it trades at `value`, which is no worse than its price. */
  tradeThrough(book: BarBook, order: WorkingOrder, value: number): void {
    const arrivedNow = order.arrivedIn === book.slice;
    const against = order.side === 'buy' ? 'up' : 'down';
    this.trade(book, order, toPrice(value, book.instrument, against), arrivedNow ? 'taker' : 'maker');
  }

  /** A limit that was resting when the market traded through it. */
  tradeAtLimit(book: BarBook, order: WorkingOrder): void {
    this.trade(book, order, order.ticks, 'maker');
  }

  /** Ends an order by its cancel, the other leg of a pair with it. */
  cancel(book: BarBook, order: WorkingOrder): void {
    const { partner } = order;
    book.remove(order);
    this.end(book, order);
    this.tellCancelled(book, order);
    if (partner !== null) this.cancelPartner(book, order, partner);
  }

  /**
   * Trades what one bar allows, at one price. The order has been taken from its shelf; what is left of it goes on one
   * from which it cannot trade in this bar again.
   */
  private trade(book: BarBook, order: WorkingOrder, at: Price, liquidity: 'maker' | 'taker'): void {
    const { partner } = order;
    if (partner !== null && order.locked === 0n) handLockOver(partner, order);
    const wanted = wantedLots(book, order, at);
    if (wanted === 0) {
      this.expire(book, order);
    } else {
      const lots = quantity(Math.min(wanted, book.lotsPerOrder));
      const complete = lots === wanted;
      const note = complete && wanted < order.lots ? reducedNote(book, order, wanted) : order.note;
      order.note = null;
      this.outbox.put(this.settlement.settle(book, { order, lots, price: at, liquidity, complete, note }));
      if (complete) this.end(book, order);
      else book.shelveRest(order);
    }
    if (partner !== null) this.cancelPartner(book, order, partner);
  }

  private expire(book: BarBook, order: WorkingOrder): void {
    this.end(book, order);
    this.outbox.put({
      kind: 'orderExpired',
      time: book.time,
      symbol: order.symbol,
      clientOrderId: order.clientOrderId,
      reason: order.type === 'marketQuote' ? LOT_SIZE : INSUFFICIENT_BALANCE,
    });
  }

  private cancelPartner(book: BarBook, order: WorkingOrder, partner: WorkingOrder): void {
    order.partner = null;
    partner.partner = null;
    book.remove(partner);
    this.end(book, partner);
    this.tellCancelled(book, partner);
  }

  private tellCancelled(book: BarBook, { symbol, clientOrderId }: WorkingOrder): void {
    this.outbox.put({ kind: 'orderCancelled', time: book.time, symbol, clientOrderId });
  }

  /** Forgets an order and gives free what was held back for it. */
  private end(book: BarBook, order: WorkingOrder): void {
    this.open.remove(order);
    if (order.locked === NOTHING) return;
    const holding = order.side === 'buy' ? book.quote : book.base;
    holding.unlock(order.locked);
    order.locked = NOTHING;
  }
}

/** The stop of a pair holds back for both; a target that trades takes that over. */
function handLockOver(from: WorkingOrder, to: WorkingOrder): void {
  to.locked = from.locked;
  from.locked = 0n;
}

/** Lots that the order would trade at this price if the bar had them all; 0 when its money buys too little. */
function wantedLots({ instrument, quote }: BarBook, order: WorkingOrder, at: Price): Quantity {
  const { type, side } = order;
  if (type === 'marketQuote') return atLeastMinimum(affordableLots(amount(order.locked), at, instrument));
  const { lots } = order;
  if (side === 'sell' || type === 'limit') return lots;
  const budget = amount(order.locked + quote.free);
  if (notional(at, lots, instrument) <= budget) return lots;
  return atLeastMinimum(affordableLots(budget, at, instrument));

  function atLeastMinimum(affordable: Quantity): Quantity {
    return affordable < instrument.minQuantity ? quantity(0) : affordable;
  }
}

function reducedNote({ instrument }: BarBook, order: WorkingOrder, lots: Quantity): string {
  const wanted = formatQuantity(order.lots, instrument);
  return `reduced to the balance: ${formatQuantity(lots, instrument)} of ${wanted} ${instrument.base.code}`;
}

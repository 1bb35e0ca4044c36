import type { CancelOrder, OrderCommand, OrderRequest, PlaceOrder, PlacePair } from '@org/domain';
import { amount, formatAmount, priceValue } from '@org/domain';
import type { BarBook } from '../matching/bar-book.ts';
import type { Matcher } from '../matching/matcher.ts';
import { restingShelf, WorkingOrder } from '../orders/working-order.ts';
import { coverOf } from './cover.ts';
import { filterFailure } from './filters.ts';
import { DUPLICATE_ORDER, INSUFFICIENT_BALANCE, PAIR_LEGS, PAIR_PRICES, WOULD_TAKE } from './reasons.ts';

/** Where commands arrive: each is answered by events, and an order that is accepted is shelved. */
export class OrderDesk {
  private readonly matcher: Matcher;

  constructor(matcher: Matcher) {
    this.matcher = matcher;
  }

  /** Gives the order that the command brought onto a shelf, of a pair the stop. */
  answer(book: BarBook, command: OrderCommand): WorkingOrder | null {
    switch (command.kind) {
      case 'place':
        return this.place(book, command);
      case 'placePair':
        return this.placePair(book, command);
      case 'cancel':
        this.cancel(book, command);
        return null;
    }
  }

  private place(book: BarBook, { clientOrderId, request }: PlaceOrder): WorkingOrder | null {
    const reason = this.refusal(book, clientOrderId, request) ?? uncovered(book, request);
    if (reason !== null) {
      this.reject(book, clientOrderId, reason);
      return null;
    }
    return this.accept(book, clientOrderId, request, cover(book, request));
  }

  /** The stop holds back for both, since only one of them will trade. */
  private placePair(book: BarBook, { stop, target }: PlacePair): WorkingOrder | null {
    const reason =
      this.refusal(book, stop.clientOrderId, stop.request) ??
      this.refusal(book, target.clientOrderId, target.request) ??
      pairRefusal({ stop, target }) ??
      uncovered(book, stop.request);
    if (reason !== null) {
      this.reject(book, stop.clientOrderId, reason);
      this.reject(book, target.clientOrderId, reason);
      return null;
    }
    const stopOrder = this.accept(book, stop.clientOrderId, stop.request, cover(book, stop.request));
    const targetOrder = this.accept(book, target.clientOrderId, target.request, 0n);
    stopOrder.partner = targetOrder;
    targetOrder.partner = stopOrder;
    return stopOrder;
  }

  /** An order that is not open has been told to have ended already, so there is nothing to say about it. */
  private cancel(book: BarBook, { clientOrderId, symbol }: CancelOrder): void {
    const order = this.matcher.open.get(clientOrderId);
    if (order !== null && order.symbol === symbol) this.matcher.cancel(book, order);
  }

  private refusal(book: BarBook, clientOrderId: string, request: OrderRequest): string | null {
    const failure = filterFailure(request, book.instrument, book.current);
    if (failure !== null) return failure;
    if (this.matcher.open.get(clientOrderId) !== null) return DUPLICATE_ORDER;
    return request.type === 'limit' &&
      request.postOnly &&
      book.isThrough(request.side, levelOf(book, request))
      ? WOULD_TAKE
      : null;
  }

  private reject({ time, instrument }: BarBook, clientOrderId: string, reason: string): void {
    this.matcher.outbox.put({
      kind: 'orderRejected',
      time,
      symbol: instrument.symbol,
      clientOrderId,
      reason,
    });
  }

  private accept(book: BarBook, clientOrderId: string, request: OrderRequest, locked: bigint): WorkingOrder {
    const { time, slice, instrument } = book;
    const { symbol } = instrument;
    const order = new WorkingOrder(clientOrderId, symbol, request, levelOf(book, request));
    order.arrivedIn = slice;
    order.shelf = book.isBarred(request) ? 'nextBar' : restingShelf(request);
    order.locked = locked;
    if (request.type === 'marketQuote' && locked < request.quoteAmount) {
      const { quote } = instrument;
      order.note = `reduced to the balance: ${formatAmount(amount(locked), quote)} of ${formatAmount(request.quoteAmount, quote)} ${quote.code}`;
    }
    (request.side === 'buy' ? book.quote : book.base).lock(locked);
    book.shelve(order);
    this.matcher.open.add(order);
    this.matcher.outbox.put({ kind: 'orderAccepted', time, symbol, clientOrderId });
    return order;
  }
}

/** Why the balance is too small. A market buy takes what there is, as long as the exchange lets it be that small. */
function uncovered(book: BarBook, request: OrderRequest): string | null {
  const { instrument, quote, base } = book;
  const free = request.side === 'buy' ? quote.free : base.free;
  const needed =
    request.side === 'buy' && (request.type === 'marketQuote' || request.type === 'market')
      ? instrument.minNotional
      : coverOf(request, instrument);
  return free > 0n && free >= needed ? null : INSUFFICIENT_BALANCE;
}

function cover({ instrument, quote }: BarBook, request: OrderRequest): bigint {
  const whole = coverOf(request, instrument);
  return request.type === 'marketQuote' && quote.free < whole ? quote.free : whole;
}

function pairRefusal({ stop, target }: Pick<PlacePair, 'stop' | 'target'>): string | null {
  const { side, quantity, stopPrice } = stop.request;
  if (target.request.side !== side || target.request.quantity !== quantity) return PAIR_LEGS;
  if (target.clientOrderId === stop.clientOrderId) return DUPLICATE_ORDER;
  const inOrder = side === 'sell' ? target.request.price > stopPrice : target.request.price < stopPrice;
  return inOrder ? null : PAIR_PRICES;
}

function levelOf({ instrument }: BarBook, request: OrderRequest): number {
  switch (request.type) {
    case 'limit':
      return priceValue(request.price, instrument);
    case 'stop':
      return priceValue(request.stopPrice, instrument);
    default:
      return 0;
  }
}

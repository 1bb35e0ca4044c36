import type { CancelOrder, OrderCommand, OrderRequest, PlaceOrder, PlacePair } from '@org/domain';
import { amount, formatAmount } from '@org/domain';
import type { BarBook } from '../matching/bar-book.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { WorkingOrder } from '../orders/working-order.ts';
import { workingOrder } from '../orders/working-order.ts';
import { filterFailure } from './filters.ts';
import { DUPLICATE_ORDER, INSUFFICIENT_BALANCE, PAIR_LEGS, PAIR_PRICES, WOULD_TAKE } from './reasons.ts';

/** Where commands arrive: each is answered by events, and an order that is accepted is shelved. */
export class OrderDesk {
  declare private readonly matcher: Matcher;

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
    const order = workingOrder(clientOrderId, request, book.instrument);
    const reason = this.refusal(book, order) ?? uncovered(book, order);
    if (reason !== null) {
      this.reject(book, clientOrderId, reason);
      return null;
    }
    this.accept(book, order, payable(book, order));
    return order;
  }

  /** The stop holds back for both, since only one of them will trade. */
  private placePair(book: BarBook, { stop, target }: PlacePair): WorkingOrder | null {
    const stopOrder = workingOrder(stop.clientOrderId, stop.request, book.instrument);
    const targetOrder = workingOrder(target.clientOrderId, target.request, book.instrument);
    const reason =
      this.refusal(book, stopOrder) ??
      this.refusal(book, targetOrder) ??
      pairRefusal(stopOrder, targetOrder) ??
      uncovered(book, stopOrder);
    if (reason !== null) {
      this.reject(book, stop.clientOrderId, reason);
      this.reject(book, target.clientOrderId, reason);
      return null;
    }
    this.accept(book, stopOrder, stopOrder.cover);
    this.accept(book, targetOrder, NOTHING);
    stopOrder.partner = targetOrder;
    targetOrder.partner = stopOrder;
    return stopOrder;
  }

  /** An order that is not open has been told to have ended already, so there is nothing to say about it. */
  private cancel(book: BarBook, { clientOrderId, symbol }: CancelOrder): void {
    const order = this.matcher.open.get(clientOrderId);
    if (order !== null && order.symbol === symbol) this.matcher.cancel(book, order);
  }

  private refusal(book: BarBook, order: WorkingOrder): string | null {
    const failure = filterFailure(order, book.instrument, book.current);
    if (failure !== null) return failure;
    if (this.matcher.open.get(order.clientOrderId) !== null) return DUPLICATE_ORDER;
    return isPostOnly(order.request) && book.isThrough(order.side, order.level) ? WOULD_TAKE : null;
  }

  private reject({ time, symbol }: BarBook, clientOrderId: string, reason: string): void {
    this.matcher.outbox.put({ kind: 'orderRejected', time, symbol, clientOrderId, reason });
  }

  private accept(book: BarBook, order: WorkingOrder, locked: bigint): void {
    const { time, symbol } = book;
    order.arrivedIn = book.slice;
    if (book.isBarred(order)) order.shelf = 'nextBar';
    if (locked !== NOTHING) {
      if (locked < order.cover) order.note = reducedNote(book, order, locked);
      order.locked = locked;
      (order.side === 'buy' ? book.quote : book.base).lock(locked);
    }
    book.shelve(order);
    this.matcher.open.add(order);
    this.matcher.outbox.put({ kind: 'orderAccepted', time, symbol, clientOrderId: order.clientOrderId });
  }
}

const NOTHING = 0n;

/** Why the balance is too small. A market buy takes what there is, as long as the exchange lets it be that small. */
function uncovered(
  { instrument, quote, base }: BarBook,
  { side, isPriced, cover }: WorkingOrder,
): string | null {
  const free = side === 'buy' ? quote.free : base.free;
  const needed = side === 'buy' && !isPriced ? instrument.minNotional : cover;
  return free > NOTHING && free >= needed ? null : INSUFFICIENT_BALANCE;
}

/** What of its cover the balance can hold back for an order that is to be accepted: a buy by quote takes what there is. */
function payable({ quote }: BarBook, { type, cover }: WorkingOrder): bigint {
  return type === 'marketQuote' && quote.free < cover ? quote.free : cover;
}

function reducedNote({ instrument: { quote } }: BarBook, { cover }: WorkingOrder, locked: bigint): string {
  const [held, wanted] = [formatAmount(amount(locked), quote), formatAmount(amount(cover), quote)];
  return `reduced to the balance: ${held} of ${wanted} ${quote.code}`;
}

function isPostOnly(request: OrderRequest): boolean {
  return request.type === 'limit' && request.postOnly;
}

function pairRefusal(stop: WorkingOrder, target: WorkingOrder): string | null {
  if (target.side !== stop.side || target.lots !== stop.lots) return PAIR_LEGS;
  if (target.clientOrderId === stop.clientOrderId) return DUPLICATE_ORDER;
  const inOrder = stop.side === 'sell' ? target.ticks > stop.ticks : target.ticks < stop.ticks;
  return inOrder ? null : PAIR_PRICES;
}

import type { WorkingOrder } from '../orders/working-order.ts';
import type { BarBook } from './bar-book.ts';
import type { Matcher } from './matcher.ts';

/**
 * The next thing that the open of a bar does: market orders trade in the order in which they came, then the stops that
 * the open has gapped over, then the limits that it is better than. Gives whether there was anything.
 */
export function tradeAtOpen(book: BarBook, matcher: Matcher): boolean {
  if (book.lotsPerOrder === 0) return false;
  const { current } = book;
  const taker = (book.opening > 0 ? book.nextOpen[0] : undefined) ?? reachedStop(book, current, current);
  if (taker !== undefined) {
    book.remove(taker);
    matcher.tradeAtMarket(book, taker, current);
    return true;
  }
  const limit = reachedLimit(book, current, current);
  if (limit === undefined) return false;
  tradeAtCurrent(book, matcher, limit);
  return true;
}

/**
 * The next thing that a bar does after its open. Nobody knows which way the price went, so the worse goes first: every
 * stop that the bar touches, then the limits that it trades through. Gives whether there was anything.
 */
export function tradeInBar(book: BarBook, matcher: Matcher): boolean {
  if (book.lotsPerOrder === 0) return false;
  const { low, high } = book;
  const stop = reachedStop(book, low, high);
  if (stop !== undefined) {
    book.remove(stop);
    book.current = stop.level;
    matcher.tradeAtMarket(book, stop, stop.level);
    return true;
  }
  const limit = reachedLimit(book, low, high);
  if (limit === undefined) return false;
  book.remove(limit);
  book.current = limit.level;
  matcher.tradeAtLimit(book, limit);
  noteLimitFill(book, limit);
  return true;
}

/**
 * An order that arrives while its bar is traded, and that the price it finds fills or triggers, trades at that price;
 * of a pair, the stop if it can, else the target.
 */
export function tradeOnArrival(book: BarBook, order: WorkingOrder, matcher: Matcher): void {
  if (book.lotsPerOrder === 0) return;
  if (finds(book, order)) tradeFound(book, matcher, order);
  else if (order.partner !== null && finds(book, order.partner)) tradeFound(book, matcher, order.partner);
}

function finds(book: BarBook, { shelf, side, level }: WorkingOrder): boolean {
  if (shelf === 'sellStops' || shelf === 'buyStops') return book.isTriggered(side, level);
  if (shelf === 'sellLimits' || shelf === 'buyLimits') return book.isThrough(side, level);
  return false;
}

function tradeFound(book: BarBook, matcher: Matcher, order: WorkingOrder): void {
  if (order.type === 'limit') {
    tradeAtCurrent(book, matcher, order);
    return;
  }
  book.remove(order);
  matcher.tradeAtMarket(book, order, book.current);
}

function tradeAtCurrent(book: BarBook, matcher: Matcher, limit: WorkingOrder): void {
  book.remove(limit);
  matcher.tradeThrough(book, limit, book.current);
  noteLimitFill(book, limit);
}

function noteLimitFill(book: BarBook, { side }: WorkingOrder): void {
  if (side === 'buy') book.buyLimitFilledIn = book.slice;
  else book.sellLimitFilledIn = book.slice;
}

function reachedStop(book: BarBook, low: number, high: number): WorkingOrder | undefined {
  if (low <= book.sellStops.reach) return book.sellStops.first();
  if (high >= book.buyStops.reach) return book.buyStops.first();
  return undefined;
}

function reachedLimit(book: BarBook, low: number, high: number): WorkingOrder | undefined {
  if (low < book.buyLimits.reach) return book.buyLimits.first();
  if (high > book.sellLimits.reach) return book.sellLimits.first();
  return undefined;
}

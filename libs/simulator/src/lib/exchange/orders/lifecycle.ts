import type { Ledger } from '../accounts/ledger.ts';
import type { ExchangeOrderStatus, ExpiryReason } from '../exchange-order.ts';
import type { Tape } from '../tape/tape.ts';
import type { LiveOrder } from './live-order.ts';
import type { OrderPool } from './order-pool.ts';

/** How orders come to stand in the book, and how they end. */
export class Lifecycle {
  readonly #tape: Tape;
  readonly #ledger: Ledger;
  readonly #pool: OrderPool;

  constructor(tape: Tape, ledger: Ledger, pool: OrderPool) {
    this.#tape = tape;
    this.#ledger = ledger;
    this.#pool = pool;
  }

  /** Puts what is left of an order at the back of its level. */
  rest(order: LiveOrder, now: number): void {
    const { listing } = order.seat;
    if (order.isIceberg) order.shown = shownOf(order.remaining, order.icebergQuantity);
    const level = listing.book.ownSide(order.isBuy).add(order, order.pricedAt);
    this.#tape.level(listing, level, now);
  }

  /** Takes an order out of wherever it stands and gives back what was held for it, without a word. */
  withdraw(order: LiveOrder): void {
    const { seat, level } = order;
    if (level !== null) level.side.remove(order);
    else if (order.trail !== null) seat.listing.triggers.remove(order);
    this.#ledger.release(order);
    seat.leave(order);
    this.#pool.discard(order);
  }

  end(order: LiveOrder, status: ExchangeOrderStatus, reason: ExpiryReason | null, now: number): void {
    const { seat, level, isWorking } = order;
    this.withdraw(order);
    order.end(status, reason, now);
    if (level !== null && isWorking) this.#tape.level(seat.listing, level, now);
  }

  expire(order: LiveOrder, reason: ExpiryReason, now: number): void {
    this.end(order, 'expired', reason, now);
    this.#tape.report(order, 'expired', now);
  }

  /** `cancelId` names the cancel itself. */
  cancel(order: LiveOrder, cancelId: string, now: number): void {
    this.end(order, 'cancelled', null, now);
    this.#tape.report(order, 'cancelled', now, null, null, cancelId);
  }
}

/** What of an order is shown at a time. */
export function shownOf(remaining: number, icebergQuantity: number | null): number {
  return icebergQuantity === null || icebergQuantity > remaining ? remaining : icebergQuantity;
}

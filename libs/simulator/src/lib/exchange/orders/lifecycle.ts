import type { Ledger } from '../accounts/ledger.ts';
import type { ExchangeOrderStatus, ExpiryReason } from '../exchange-order.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { Tape } from '../tape/tape.ts';
import type { LiveOrder } from './live-order.ts';
import type { OrderPool } from './order-pool.ts';
import { ended, IS_KNOWN, IS_WORKING, isRowAlone } from './traits.ts';

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
    const { rows, slot, seat } = order;
    const level = rows.levelNumber(slot);
    if (level !== 0) rows.sides[rows.levels.side(level)]!.remove(order);
    else if (order.trail !== null) seat.listing.triggers.remove(order);
    if (rows.locked(slot) !== 0) this.#ledger.releaseAll(order);
    seat.leave(order);
    this.#pool.discard(order);
  }

  /** The same for an order of which its row says everything and all has traded where it stood. */
  filled(order: LiveOrder, level: PriceLevel): void {
    this.#leaveAtOnce(order, level);
  }

  /** The same for an order of which its row says everything, and which stands in the book: most are such. */
  #leaveAtOnce(order: LiveOrder, { number }: PriceLevel): void {
    const { rows, slot, seat, isBuy } = order;
    const { levels } = rows;
    const bits = rows.traits(slot);
    const isLast = levels.remove(number, slot);
    const lots = rows.remaining(slot);
    levels.count(number, -lots, -lots, seat.trader.isFunded ? 0 : -lots);
    rows.leave(slot);
    if (isLast) seat.listing.book.ownSide(isBuy).close(number);
    const locked = rows.locked(slot);
    if (locked !== 0) {
      const from = isBuy ? seat.quote : seat.base;
      from.giveBack(locked);
      rows.setLocked(slot, 0);
      this.#ledger.touch(from);
    }
    const id = rows.id(slot);
    if (slot !== rows.home(id)) seat.listing.orders.deleteAway(id, slot);
    rows.setTraits(slot, bits & ~IS_KNOWN);
    seat.count(order, bits, -1);
    this.#pool.discardRow(rows, slot);
  }

  end(order: LiveOrder, status: ExchangeOrderStatus, reason: ExpiryReason | null, now: number): void {
    const { rows, slot } = order;
    const level = rows.level(slot);
    if (level !== null && isRowAlone(rows.traits(slot))) this.#leaveAtOnce(order, level);
    else this.withdraw(order);
    const bits = rows.traits(slot);
    rows.end(slot, ended(bits, status, reason), now);
    if (level !== null && (bits & IS_WORKING) !== 0) this.#tape.level(order.seat.listing, level, now);
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

import type { ExpiryReason } from '../exchange-order.ts';
import type { Seat } from '../listing/seat.ts';
import type { Matched } from '../matching/matcher.ts';
import { NOTHING } from '../matching/matcher.ts';
import { ruledLimit } from '../matching/price-range.ts';
import type { Reach } from '../matching/reach.ts';
import { reach } from '../matching/reach.ts';
import { beginOrder } from '../orders/begin-order.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { needOf } from '../orders/need.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { isFilled, isFok, isIoc } from '../orders/traits.ts';
import type { ExchangeRefusal, Refused } from '../outcomes.ts';
import type { Tape } from '../tape/tape.ts';
import { misplaced } from './admission.ts';
import { Floor } from './floor.ts';
import { refused, refusedBy } from './refusals.ts';
import { releaseDependents } from './releasing.ts';
import { sizedByQuote } from './sizing.ts';
import { standAtOnce } from './standing.ts';

/** An order that was taken, and what came of it so far. Another order may be made of it once the request is finished. */
export interface Taken {
  readonly kind: 'taken';
  readonly order: LiveOrder;
  readonly matched: Matched;
}

/**
 * Works with orders that are on the grid and that the symbol's rules allow: names, money, matching, triggers, and
 * everything that follows from them. Each request ends with `finish`.
 */
export class MatchingEngine {
  readonly floor: Floor;
  #now = 0;

  constructor(tape: Tape) {
    this.floor = new Floor(
      tape,
      (order) => this.floor.agenda.add(() => this.#trigger(order)),
      (list) => this.floor.agenda.add(() => releaseDependents(this, list, this.#now)),
    );
  }

  /** Why an order would not be taken now; null where it would. */
  refusalOf(seat: Seat, terms: OrderTerms): ExchangeRefusal | null {
    if (terms.clientOrderId !== null && seat.isTaken(terms.clientOrderId))
      return { reason: 'duplicateOrder' };
    const refusal = misplaced(seat, terms);
    if (refusal !== null) return refusal;
    const sized = terms.quoteQuantity === null ? terms : sizedByQuote(seat, terms);
    if ('reason' in sized) return sized;
    const order = beginOrder(0, seat, sized, 0);
    const isPaid = this.canPay(order);
    seat.listing.rows.giveBack(order.slot);
    return isPaid ? null : { reason: 'insufficientBalance' };
  }

  place(seat: Seat, terms: OrderTerms, now: number): Taken | Refused {
    this.#now = now;
    if (terms.clientOrderId !== null && seat.isTaken(terms.clientOrderId)) return refused('duplicateOrder');
    const standing = standAtOnce(this.floor, seat, terms, now);
    if (standing === null) return this.#begin(seat, terms, now);
    return { kind: 'taken', order: standing, matched: NOTHING };
  }

  /** Takes an order that may do anything. */
  #begin(seat: Seat, terms: OrderTerms, now: number): Taken | Refused {
    const refusal = misplaced(seat, terms);
    if (refusal !== null) return refusedBy(refusal);
    const sized = terms.quoteQuantity === null ? terms : sizedByQuote(seat, terms);
    if ('reason' in sized) return refusedBy(sized);
    const order = beginOrder(this.floor.nextOrderId, seat, sized, now);
    if (!this.holdBack(order)) {
      this.floor.pool.discard(order);
      return refused('insufficientBalance');
    }
    this.floor.nextOrderId++;
    seat.enter(order);
    return { kind: 'taken', order, matched: this.start(order, now) };
  }

  /** Takes an order without asking anything: for accounts without limits. */
  work(seat: Seat, terms: OrderTerms, now: number): LiveOrder {
    const order = beginOrder(this.floor.nextOrderId++, seat, terms, now);
    if (!seat.listing.isTrading) {
      this.floor.pool.discard(order);
      return order;
    }
    seat.enter(order);
    this.start(order, now);
    return order;
  }

  /** An order that has been taken and paid for starts: a stop waits, everything else works. */
  start(order: LiveOrder, now: number): Matched {
    this.#now = now;
    if (!order.isContingent) return this.#work(order);
    const { trailingDeltaBips, stopPrice } = order.terms;
    if (trailingDeltaBips !== null) {
      const activeSince = stopPrice === null ? now : null;
      order.follow({ deltaBips: trailingDeltaBips, activeSince, extreme: null });
    }
    order.seat.listing.triggers.add(order);
    this.floor.tape.report(order, 'new', now);
    return NOTHING;
  }

  /** Does what has become due, and tells the balances that have changed. */
  finish(now: number): void {
    this.#now = now;
    this.floor.agenda.finish();
    this.floor.ledger.flush(now);
    this.floor.pool.collect();
  }

  /** Holds back what an order needs; one at the market holds nothing, but must be able to pay. */
  holdBack(order: LiveOrder): boolean {
    if (order.isAtMarket && !order.isContingent) return this.canPay(order);
    return this.floor.ledger.lock(order, needOf(order));
  }

  canPay(order: LiveOrder): boolean {
    const { seat, type, isBuy, paysFrom } = order;
    if (!seat.trader.isFunded) return true;
    const isTaking = order.isAtMarket && isBuy && (type === 'market' || order.isWorking);
    return (isTaking ? this.#reach(order, limitOf(order)).quote : needOf(order)) <= paysFrom.free;
  }

  /** Matches an order, and lets the rest of it stand or fall. */
  #work(order: LiveOrder): Matched {
    const { matcher, lifecycle, tape } = this.floor;
    const now = this.#now;
    order.work(now);
    tape.report(order, 'new', now);
    const bits = order.traits;
    const wanted = limitOf(order);
    const limit = ruledLimit(order, wanted);
    if (isFok(bits) && !order.isAtMarket && !this.#canFill(order, limit)) {
      this.#expire(order, this.#canFill(order, wanted) ? 'priceRangeExceeded' : 'fokUnfilled');
      return NOTHING;
    }
    const matched = matcher.match(order, limit, now);
    if (isFilled(order.traits)) lifecycle.withdraw(order);
    else if (order.isOpen) {
      if (limit !== wanted && this.#reaches(order, wanted)) this.#expire(order, 'priceRangeExceeded');
      else this.#conclude(order, bits);
    }
    return matched;
  }

  /** What has not traded at once rests, or ends. */
  #conclude(order: LiveOrder, bits: number): void {
    if (order.isAtMarket) this.#expire(order, 'insufficientLiquidity');
    else if (isIoc(bits)) this.#expire(order, 'iocRest');
    else this.floor.lifecycle.rest(order, this.#now);
  }

  /** A stop whose price has come starts to work, and ends the other leg of its pair. */
  #trigger(order: LiveOrder): void {
    if (!order.isOpen) return;
    const { lists, ledger } = this.floor;
    order.seat.triggered();
    order.workingSince = this.#now;
    order.updatedAt = this.#now;
    lists.claim(order);
    lists.touched(order, this.#now);
    if (order.isAtMarket) {
      ledger.release(order);
      if (!this.canPay(order)) return this.#expire(order, 'rejected');
    }
    this.#work(order);
  }

  #expire(order: LiveOrder, reason: ExpiryReason): void {
    this.floor.lifecycle.expire(order, reason, this.#now);
    this.floor.lists.expired(order, this.#now);
  }

  /** Whether there is anything that an order would trade with at a limit. */
  #reaches({ seat, isBuy }: LiveOrder, limit: number): boolean {
    const { best } = seat.listing.book.otherSide(isBuy);
    return best !== null && best.side.reaches(best.price, limit);
  }

  #canFill(order: LiveOrder, limit: number): boolean {
    const { lots, isPrevented } = this.#reach(order, limit);
    return lots === order.remaining && !isPrevented;
  }

  #reach(order: LiveOrder, limit: number): Reach {
    const { seat, isBuy, remaining, selfTradePrevention } = order;
    const side = seat.listing.book.otherSide(isBuy);
    return reach(seat, side, limit, selfTradePrevention, { lots: remaining });
  }
}

/** The worst price that an order takes. */
function limitOf(order: LiveOrder): number {
  const limit = order.rows.limit(order.slot);
  if (!order.isAtMarket && limit === limit) return limit;
  return order.isBuy ? Infinity : 0;
}

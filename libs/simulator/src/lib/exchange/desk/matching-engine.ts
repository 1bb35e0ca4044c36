import type { ExchangeEvent } from '../exchange-event.ts';
import type { ExpiryReason } from '../exchange-order.ts';
import type { Seat } from '../listing/seat.ts';
import type { Matched } from '../matching/matcher.ts';
import type { Reach } from '../matching/reach.ts';
import { reach } from '../matching/reach.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import { LiveOrder } from '../orders/live-order.ts';
import { needOf } from '../orders/need.ts';
import { orderValue } from '../orders/order-value.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { isAtMarket, isContingent } from '../orders/order-terms.ts';
import type { ExchangeRefusal, Placed, PlaceOutcome } from '../outcomes.ts';
import { misplaced } from './admission.ts';
import { Floor } from './floor.ts';
import { refused, refusedBy } from './refusals.ts';
import { sizedByQuote } from './sizing.ts';

const NOTHING: Matched = { fills: [], prevented: [] };

/**
 * Takes orders that are on the grid and that the symbol's rules allow: names, money, matching, triggers, and everything
 * that follows from them. Each request ends with `finish`.
 */
export class MatchingEngine {
  readonly floor: Floor;
  #now = 0;

  constructor(emit: (event: ExchangeEvent) => void) {
    const { agenda } = (this.floor = new Floor(
      emit,
      (order) => agenda.add(() => this.#trigger(order)),
      (list) => agenda.add(() => this.#release(list)),
    ));
  }

  /** Why an order would not be taken now; null where it would. */
  refusalOf(seat: Seat, terms: OrderTerms): ExchangeRefusal | null {
    if (seat.orders.has(terms.clientOrderId)) return { reason: 'duplicateOrder' };
    return misplaced(seat, terms) ?? null;
  }

  place(seat: Seat, terms: OrderTerms, now: number): PlaceOutcome {
    this.#now = now;
    const refusal = this.refusalOf(seat, terms);
    if (refusal !== null) return refusedBy(refusal);
    return terms.type === 'market' ? this.#placeAtMarket(seat, terms) : this.#placeResting(seat, terms);
  }

  /** Takes an order without asking anything: for accounts without limits. */
  work(seat: Seat, terms: OrderTerms, now: number): LiveOrder {
    this.#now = now;
    const order = new LiveOrder(this.floor.nextOrderId++, seat, terms, now);
    if (seat.listing.isTrading) this.#begin(order);
    return order;
  }

  /** Takes `lots` off an order that keeps its place; all of it, and it is gone. Gives what is left. */
  reduce(order: LiveOrder, lots: number, now: number): number {
    const { lifecycle, ledger, tape } = this.floor;
    if (lots >= order.remaining) {
      lifecycle.end(order, 'cancelled', null, now);
      return 0;
    }
    const { level, seat } = order;
    const before = level?.shown;
    level?.reduce(order, lots);
    if (order.isBuy) seat.openBuyLots -= lots;
    order.quantity -= lots;
    order.updatedAt = now;
    ledger.relax(order);
    if (level !== null && order.workingSince !== null && level.shown !== before)
      tape.level(seat.listing, level, now);
    return order.remaining;
  }

  /** Does what has become due, and tells the balances that have changed. */
  finish(now: number): void {
    this.#now = now;
    this.floor.agenda.finish();
    this.floor.ledger.flush(now);
  }

  #placeResting(seat: Seat, terms: OrderTerms): PlaceOutcome {
    const { floor } = this;
    const order = new LiveOrder(floor.nextOrderId, seat, terms, this.#now);
    if (!floor.ledger.lock(order, needOf(order))) return refused('insufficientBalance');
    floor.nextOrderId++;
    return this.#taken(order, this.#begin(order));
  }

  #placeAtMarket(seat: Seat, terms: OrderTerms): PlaceOutcome {
    const { floor } = this;
    const sized = terms.quoteQuantity === null ? terms : sizedByQuote(seat, terms);
    if ('reason' in sized) return refusedBy(sized);
    const found = this.#reach(seat, sized);
    if (!canPay(seat, sized, found)) return refused('insufficientBalance');
    const order = new LiveOrder(floor.nextOrderId++, seat, sized, this.#now);
    return this.#taken(order, this.#begin(order));
  }

  #taken(order: LiveOrder, { fills, prevented }: Matched): Placed {
    return { kind: 'placed', order: orderValue(order), fills, prevented };
  }

  /** An order that has been taken starts: a stop waits, everything else works. */
  #begin(order: LiveOrder): Matched {
    order.seat.enter(order);
    if (!isContingent(order.terms.type)) return this.#work(order);
    const { trailingDeltaBips, stopPrice } = order.terms;
    if (trailingDeltaBips !== null) {
      const activeSince = stopPrice === null ? this.#now : null;
      order.trail = { deltaBips: trailingDeltaBips, activeSince, extreme: null };
    }
    order.seat.listing.triggers.add(order);
    this.floor.tape.report(order, 'new', this.#now);
    return NOTHING;
  }

  /** Matches an order, and lets the rest of it stand or fall. */
  #work(order: LiveOrder): Matched {
    const { matcher, lifecycle, tape } = this.floor;
    order.workingSince = this.#now;
    tape.report(order, 'new', this.#now);
    if (order.terms.timeInForce === 'fok' && !this.#canFill(order)) {
      this.#expire(order, 'fokUnfilled');
      return NOTHING;
    }
    const matched = matcher.match(order, limitOf(order.terms), this.#now);
    if (!order.isOpen) {
      if (order.status === 'filled') lifecycle.withdraw(order);
    } else if (isAtMarket(order.terms.type)) this.#expire(order, 'insufficientLiquidity');
    else if (order.terms.timeInForce === 'ioc') this.#expire(order, 'iocRest');
    else lifecycle.rest(order, this.#now);
    return matched;
  }

  #expire(order: LiveOrder, reason: ExpiryReason): void {
    this.floor.lifecycle.expire(order, reason, this.#now);
    this.floor.lists.expired(order, this.#now);
  }

  #canFill(order: LiveOrder): boolean {
    const { lots, isPrevented } = this.#reach(order.seat, order.terms);
    return lots === order.remaining && !isPrevented;
  }

  #reach(seat: Seat, terms: OrderTerms): Reach {
    const side = seat.listing.book.otherSide(terms.side === 'buy');
    return reach(seat, side, limitOf(terms), terms.selfTradePrevention, { lots: terms.quantity ?? 0 });
  }

  #trigger(_order: LiveOrder): void {}

  #release(_list: OrderList): void {}
}

/** The worst price that an order takes. */
function limitOf({ type, side, price }: OrderTerms): number {
  if (!isAtMarket(type) && price !== null) return price;
  return side === 'buy' ? Infinity : 0;
}

/** Whether a trader has what a market order costs, in whole. */
function canPay(
  { trader, base, quote, listing }: Seat,
  { side, quantity }: OrderTerms,
  found: Reach,
): boolean {
  if (!trader.isFunded) return true;
  return side === 'buy' ? found.quote <= quote.free : listing.worth.base(quantity ?? 0) <= base.free;
}

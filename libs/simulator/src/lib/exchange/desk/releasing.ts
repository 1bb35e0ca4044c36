import { quantity } from '@org/domain';
import { checkAmend } from '../filters/check-filters.ts';
import { needOfPair } from '../order-lists/order-lists.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { ExchangeRefusal } from '../outcomes.ts';
import { misplaced } from './admission.ts';
import type { MatchingEngine } from './matching-engine.ts';

/**
 * The working order of a list is filled: what waited for it starts, or expires where it cannot. A single order depends
 * on nothing more, a pair still does.
 */
export function releaseDependents(engine: MatchingEngine, list: OrderList, now: number): void {
  if (!list.isActive) return;
  const { lists, lifecycle } = engine.floor;
  const { dependents } = list;
  if (list.isPaying) size(list);
  if (dependents.some((order) => refusalOf(list, order) !== null) || !holdBack(engine, list)) {
    for (const order of dependents) lifecycle.expire(order, 'rejected', now);
    return lists.done(list, now);
  }
  for (const order of dependents) order.status = 'new';
  if (dependents.length === 1) lists.done(list, now);
  else engine.floor.tape.list(list, now);
  for (const order of dependents) engine.start(order, now);
}

/** Gives orders that sell what has been received their quantity: as many whole steps as that is. */
function size({ dependents, seat }: OrderList): void {
  const { worth, filters } = seat.listing;
  const received = dependents[0]?.locked ?? 0;
  const lots = worth.lotsOf(received);
  const whole = quantity(lots - (lots % filters.stepLots));
  for (const order of dependents) {
    order.terms = { ...order.terms, quantity: whole };
    order.resize(whole - order.quantity);
  }
}

function refusalOf(list: OrderList, order: LiveOrder): ExchangeRefusal | null {
  const { seat, isPaying } = list;
  const lots = quantity(order.quantity);
  if (isPaying && lots === 0) return { reason: 'filter', filter: 'lotSize' };
  const filter = isPaying ? checkAmend(order.terms, lots, 0, seat.listing.filters, seat.facts) : null;
  return filter === null ? misplaced(seat, order.terms) : { reason: 'filter', filter };
}

/** A single order pays for itself; a pair holds back once what its dearer leg needs. */
function holdBack(engine: MatchingEngine, { dependents, isPaying }: OrderList): boolean {
  const [first, second = null] = dependents;
  if (first === undefined) return false;
  const { ledger } = engine.floor;
  if (second !== null) return ledger.lock(first, needOfPair(first, second));
  if (isPaying) ledger.release(first);
  return engine.holdBack(first);
}

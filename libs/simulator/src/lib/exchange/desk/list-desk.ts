import { checkList } from '../filters/check-filters.ts';
import type { Seat } from '../listing/seat.ts';
import { listValue } from '../order-lists/list-value.ts';
import type { ListTerms } from '../order-lists/list-terms.ts';
import { featuresOf } from '../order-lists/list-terms.ts';
import { OrderList } from '../order-lists/order-list.ts';
import { needOfPair } from '../order-lists/order-lists.ts';
import { unpaired } from '../order-lists/pair-terms.ts';
import { beginOrder } from '../orders/begin-order.ts';
import { orderValue } from '../orders/order-value.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import type { ExchangeRefusal, PlaceListOutcome } from '../outcomes.ts';
import type { ListRequest } from '../requests.ts';
import { misplaced, ruledOut } from './admission.ts';
import type { MatchingEngine } from './matching-engine.ts';
import { refused, refusedBy } from './refusals.ts';

/** Takes a list as a whole or not at all. */
export function placeList(
  engine: MatchingEngine,
  seat: Seat,
  request: ListRequest,
  terms: ListTerms,
  now: number,
): PlaceListOutcome {
  const refusal = refusalOf(seat, request, terms);
  if (refusal !== null) return refusedBy(refusal);
  const list = listOf(engine, seat, request, terms, now);
  if (!holdBack(engine, list)) {
    for (const order of list.orders) engine.floor.pool.discard(order);
    return refused('insufficientBalance');
  }
  enter(engine, list, now);
  const starting = list.working === null ? list.dependents : [list.working];
  for (const order of starting) engine.start(order, now);
  return { kind: 'listPlaced', list: listValue(list), orders: list.orders.map(orderValue) };
}

function refusalOf(
  seat: Seat,
  request: ListRequest,
  { working, dependents }: ListTerms,
): ExchangeRefusal | null {
  const { rules, filters } = seat.listing;
  const all = working === null ? dependents : [working, ...dependents];
  if (!featuresOf(request).every((feature) => rules.features.includes(feature))) {
    return { reason: 'featureNotAllowed' };
  }
  for (const terms of all) {
    const refusal = ruledOut(seat.listing, terms);
    if (refusal !== null) return refusal;
  }
  const filter = checkList(all, filters, seat.facts);
  if (filter !== null) return { reason: 'filter', filter };
  return duplicated(seat, request, all) ?? uncombined(seat, request, working, dependents);
}

function duplicated(
  seat: Seat,
  { listClientOrderId }: ListRequest,
  all: readonly OrderTerms[],
): ExchangeRefusal | null {
  const lists = [...seat.lists.values()];
  if (lists.some(({ clientId }) => clientId === listClientOrderId)) return { reason: 'duplicateList' };
  const names = all.map(({ clientOrderId }) => clientOrderId).filter((name) => name !== null);
  const isTaken = new Set(names).size < names.length || names.some((name) => seat.isTaken(name));
  return isTaken ? { reason: 'duplicateOrder' } : null;
}

/** Whether the orders make sense together, and those that start at once as the book stands. */
function uncombined(
  seat: Seat,
  { kind }: ListRequest,
  working: OrderTerms | null,
  dependents: readonly OrderTerms[],
): ExchangeRefusal | null {
  const [above, below] = dependents;
  const isPaying = kind === 'opo' || kind === 'opoco';
  if (working !== null && working.type !== 'limit' && working.type !== 'limitMaker') {
    return { reason: 'unsupportedCombination' };
  }
  if (isPaying && (working?.side !== 'buy' || above?.side !== 'sell'))
    return { reason: 'unsupportedCombination' };
  if (working === null && dependents.some(({ quantity }) => quantity === null)) {
    return { reason: 'unsupportedCombination' };
  }
  if (!isPaying && dependents.some(({ quoteQuantity }) => quoteQuantity !== null)) {
    return { reason: 'unsupportedCombination' };
  }
  if (above !== undefined && below !== undefined) {
    const lastPrice = working === null ? seat.listing.lastPrice : null;
    const refusal = unpaired(above, below, lastPrice);
    if (refusal !== null) return refusal;
  }
  for (const terms of working === null ? dependents : [working]) {
    const refusal = misplaced(seat, terms);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The list with its orders, numbered; nothing has changed yet but the numbers. */
function listOf(
  { floor }: MatchingEngine,
  seat: Seat,
  { kind, listClientOrderId }: ListRequest,
  terms: ListTerms,
  now: number,
): OrderList {
  const order = (of: OrderTerms) => beginOrder(floor.nextOrderId++, seat, of, now);
  const working = terms.working === null ? null : order(terms.working);
  const dependents = terms.dependents.map(order);
  return new OrderList(floor.nextListId++, seat, kind, listClientOrderId, working, dependents, now);
}

function holdBack(engine: MatchingEngine, { working, dependents }: OrderList): boolean {
  if (working !== null) return engine.holdBack(working);
  const [above, below] = dependents;
  if (above === undefined || below === undefined) return false;
  return engine.floor.ledger.lock(above, needOfPair(above, below));
}

/** What waits for the working order is open, and named, from the start. */
function enter({ floor }: MatchingEngine, list: OrderList, now: number): void {
  const { seat, working, dependents, orders } = list;
  seat.enterList(list);
  for (const order of orders) {
    order.join(list);
    if (working !== null && !order.is(working)) order.status = 'pendingNew';
    seat.enter(order);
  }
  floor.tape.list(list, now);
  if (working === null) return;
  for (const order of dependents) floor.tape.report(order, 'new', now);
}

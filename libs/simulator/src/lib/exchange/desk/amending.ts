import { checkAmend } from '../filters/check-filters.ts';
import { lotsOf, unitsOf } from '../grid-conversions.ts';
import { listValue } from '../order-lists/list-value.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { orderValue } from '../orders/order-value.ts';
import type { Amended, AmendOutcome, ExchangeRefusal } from '../outcomes.ts';
import type { AmendRequest } from '../requests.ts';
import { cutDown } from './cutting.ts';
import type { Floor } from './floor.ts';
import { refusedBy } from './refusals.ts';

/** Makes an order smaller where it stands. Both legs of a pair become smaller together. */
export function amendOrder(floor: Floor, order: LiveOrder, request: AmendRequest, now: number): AmendOutcome {
  const lots = newLots(order, request);
  if (typeof lots === 'object') return refusedBy(lots);
  const previousClientOrderId = order.clientOrderId;
  const less = order.quantity - lots;
  order.seat.rename(order, request.newClientOrderId);
  const other = order.list !== null && order.list.isActive ? order.list.otherLeg(order) : null;
  for (const leg of other === null ? [order] : [order, other]) {
    const before = leg.is(order) ? previousClientOrderId : leg.clientOrderId;
    amend(floor, leg, less, before, now);
  }
  return conclude(floor, order, previousClientOrderId, now);
}

/** The new quantity in lots, or why it is refused. */
function newLots(
  order: LiveOrder,
  { newQuantity, newClientOrderId }: AmendRequest,
): number | ExchangeRefusal {
  const { seat, terms, amendments } = order;
  const { grid, rules, filters } = seat.listing;
  if (!rules.features.includes('amend')) return { reason: 'featureNotAllowed' };
  if (unitsOf(newQuantity, grid.base.decimals) === null) return { reason: 'precision' };
  const lots = lotsOf(newQuantity, grid);
  if (lots === null || lots <= 0) return { reason: 'filter', filter: 'lotSize' };
  if (lots >= order.quantity) return { reason: 'quantityNotReduced' };
  const filter = checkAmend(terms, lots, amendments, filters, seat.facts);
  if (filter !== null) return { reason: 'filter', filter };
  const holder = seat.named(newClientOrderId);
  return holder === undefined || holder.is(order) ? lots : { reason: 'duplicateOrder' };
}

/** An order of which as much has traded as it is to be has nothing left to do. */
function amend(floor: Floor, order: LiveOrder, less: number, previousClientId: string, now: number): void {
  order.amendments++;
  if (less >= order.remaining) return floor.lifecycle.expire(order, 'exchangeCancelled', now);
  cutDown(floor, order, less, now);
  floor.tape.report(order, 'replaced', now, null, null, previousClientId);
}

function conclude(floor: Floor, order: LiveOrder, previousClientOrderId: string, now: number): Amended {
  const { list } = order;
  if (list !== null && list.isActive && !order.isOpen) floor.lists.expired(order, now);
  else if (list !== null && list.isActive && order.clientOrderId !== previousClientOrderId) {
    floor.lists.renamed(list, now);
  }
  return {
    kind: 'amended',
    order: orderValue(order),
    list: list === null ? null : listValue(list),
    previousClientOrderId,
  };
}

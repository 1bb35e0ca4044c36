import type { Listing } from '../listing/listing.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { termsOf } from '../orders/terms-of.ts';
import type { ExchangeRefusal } from '../outcomes.ts';
import type { ListedOrder, ListRequest, PaidOrder } from '../requests.ts';
import type { OrderFeature } from '../symbol-rules.ts';

/** The orders of a list on the grid. */
export interface ListTerms {
  readonly working: OrderTerms | null;
  /** One, or a pair with the higher price first. */
  readonly dependents: readonly OrderTerms[];
}

/** Puts the orders of a list on the grid of its symbol. */
export function listTerms(request: ListRequest, listing: Listing): ListTerms | ExchangeRefusal {
  const { first, others } = ordersOf(request);
  const working = first === null ? null : termsOf(first, request.selfTradePrevention, listing);
  if (working !== null && 'reason' in working) return working;
  const dependents: OrderTerms[] = [];
  for (const order of others) {
    const terms = termsOf(order, request.selfTradePrevention, listing);
    if ('reason' in terms) return terms;
    dependents.push(terms);
  }
  return { working, dependents };
}

/** What a symbol must offer to take a list. */
export function featuresOf({ kind }: ListRequest): readonly OrderFeature[] {
  switch (kind) {
    case 'oco':
      return ['oneCancelsOther'];
    case 'oto':
      return ['oneTriggersOther'];
    case 'otoco':
      return ['oneTriggersOther', 'oneCancelsOther'];
    case 'opo':
      return ['oneTriggersOther', 'onePaysOther'];
    case 'opoco':
      return ['oneTriggersOther', 'onePaysOther', 'oneCancelsOther'];
    default:
      return kind satisfies never;
  }
}

function ordersOf(request: ListRequest): {
  readonly first: ListedOrder | null;
  readonly others: readonly (ListedOrder | PaidOrder)[];
} {
  switch (request.kind) {
    case 'oco':
      return { first: null, others: [request.above, request.below] };
    case 'oto':
    case 'opo':
      return { first: request.working, others: [request.pending] };
    case 'otoco':
    case 'opoco':
      return { first: request.working, others: [request.above, request.below] };
    default:
      return request satisfies never;
  }
}

import { quantity } from '@org/domain';
import type { LiveOrder } from './live-order.ts';
import type { OrderTerms } from './order-terms.ts';
import { fitsRow } from './order-terms.ts';
import * as traits from './traits.ts';

/** What an order asks for, where its row has no place for all of it; null where the row says everything. */
export function keptTerms({ rows, slot }: LiveOrder): OrderTerms | null {
  return (rows.traits(slot) & traits.HAS_TERMS) === 0 ? null : (rows.terms.get(slot) ?? null);
}

/** What an order asks for: kept beside its row where it does not fit there, else read from it. */
export function termsOfOrder(order: LiveOrder): OrderTerms {
  const kept = keptTerms(order);
  if (kept !== null) return kept;
  return {
    clientOrderId: order.isNamed ? order.clientOrderId : null,
    side: order.isBuy ? 'buy' : 'sell',
    type: order.type,
    timeInForce: order.timeInForce,
    price: order.price,
    stopPrice: null,
    trailingDeltaBips: null,
    quantity: quantity(order.quantity),
    quoteQuantity: null,
    icebergQuantity: null,
    selfTradePrevention: order.selfTradePrevention,
    strategyId: null,
    strategyType: null,
  };
}

/** An open order asks for something else. */
export function changeTerms(order: LiveOrder, terms: OrderTerms): void {
  const { rows, slot } = order;
  rows.setLimit(slot, terms.price ?? NaN);
  order.traits &= ~traits.HAS_TERMS;
  if (fitsRow(terms)) return;
  rows.mark(slot, traits.HAS_TERMS);
  rows.terms.set(slot, terms);
}

import type { Refusal, RiskLimits } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';

/** With this entry, no more than `maxOpenOrders` entry orders are open at once. */
export function checkMaxOpenOrders(
  { openEntryOrders }: OrderView,
  { maxOpenOrders }: RiskLimits,
): Refusal | null {
  if (maxOpenOrders === null || openEntryOrders < maxOpenOrders) return null;
  return {
    limit: 'maxOpenOrders',
    allowed: maxOpenOrders,
    observed: openEntryOrders + 1,
    reason: 'too many entry orders would be open',
  };
}

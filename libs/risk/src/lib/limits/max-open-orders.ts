import type { Refusal, RiskLimits } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';

/** With this entry, no more than `maxOpenOrders` entry orders are open at once. */
export function checkMaxOpenOrders(view: OrderView, { maxOpenOrders }: RiskLimits): Refusal | null {
  if (maxOpenOrders === null) return null;
  // Counting them goes through them all, which nobody wants without a limit.
  const { openEntryOrders } = view;
  if (openEntryOrders < maxOpenOrders) return null;
  return {
    limit: 'maxOpenOrders',
    allowed: maxOpenOrders,
    observed: openEntryOrders + 1,
    reason: 'too many entry orders would be open',
  };
}

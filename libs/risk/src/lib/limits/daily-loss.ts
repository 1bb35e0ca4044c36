import type { Refusal } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';

/** Nothing is entered on a UTC day that has lost too much. */
export function checkDailyLoss({ risk: { halt } }: OrderView): Refusal | null {
  if (halt.kind !== 'dailyLoss') return null;
  return {
    limit: 'dailyLoss',
    allowed: halt.limit,
    observed: halt.observed,
    reason: 'too much was lost since 00:00 UTC; entries are allowed again on the next UTC day',
  };
}

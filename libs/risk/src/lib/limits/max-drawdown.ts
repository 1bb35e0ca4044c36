import type { Refusal } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';

/** Nothing is entered between too deep a fall from the highest equity and a person's reset. */
export function checkMaxDrawdown({ risk: { halt } }: OrderView): Refusal | null {
  if (halt.kind !== 'drawdown') return null;
  return {
    limit: 'maxDrawdown',
    allowed: halt.limit,
    observed: halt.observed,
    reason: 'too much was lost since the highest equity; entries wait until a person resets risk',
  };
}

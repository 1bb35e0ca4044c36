import type { Refusal } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** A limit sell cannot rest beside the stop of the position, since both would hold the same base. */
export function checkRestingExit({ request }: Draft, { protection }: OrderView): Refusal | null {
  if (request.type !== 'limit' || protection === 'inventory') return null;
  return {
    limit: 'protection',
    allowed: 'a market sell, the target of a bracket, or inventory protection',
    observed: 'a limit sell under position protection',
    reason: "the position's stop holds what the order would sell",
  };
}

import type { Refusal } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** An entry cannot bring its own stop or target where the whole inventory is protected as one. */
export function checkBracketScope({ plan }: Draft, { protection }: OrderView): Refusal | null {
  if (plan === null || protection === 'position') return null;
  return {
    limit: 'protection',
    allowed: 'an entry without stop and target, or position protection',
    observed: 'a bracket under inventory protection',
    reason: 'the inventory is watched as a whole, so no stop or target of one entry would be placed',
  };
}

import type { Refusal } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';

/** Nothing is entered between the pull of the kill switch and a person's reset. */
export function checkKillSwitch({ risk: { halt } }: OrderView): Refusal | null {
  if (halt.kind !== 'killSwitch') return null;
  return {
    limit: 'killSwitch',
    allowed: 'no entries until a person resets risk',
    observed: halt.mode,
    reason: `the kill switch was pulled: ${halt.reason}`,
  };
}

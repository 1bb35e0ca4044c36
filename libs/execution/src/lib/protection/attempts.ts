import type { OrderChange } from '../portfolio/observe.ts';

/** So often in a row does risk place an order that the exchange ends at once, before anything of it has traded. */
export const MOST_ATTEMPTS = 3;

/** What rested for longer was taken, and ended by something that need not come again, such as maintenance. */
const AT_ONCE_MS = 60_000;

/**
 * The how-manyth attempt in a row it is when an order of risk's own comes in the place of one that has ended. An end that
 * we have wished counts for nothing, and nor does that of a target whose stop has ended: it was counted with the stop.
 */
export function attemptAfter({ order, from }: OrderChange, time: number): number {
  const { slot, purpose, pairedWith, placedTime, attempt } = order;
  if (slot !== null || order.filled > 0) return 1;
  if (from === 'pendingCancel' || (purpose === 'target' && pairedWith !== null)) return attempt;
  return time - placedTime < AT_ONCE_MS ? attempt + 1 : 1;
}

import type { SlotOrder } from '@org/domain';
import { cancel, sell } from './orders.ts';
import type { Wish } from './step.ts';

/** The part of a view that tells what there is to leave. */
interface Holdings {
  isFlat(): boolean;
  order(slot: string): SlotOrder | undefined;
}

const EXIT = 'exit';
const NOTHING: readonly Wish[] = [];

/**
 * Gets out of the main symbol, whatever the state of the entry: calls off the order in the slot `main` if it still
 * works, and sells what is held through the slot `exit`. Empty where there is nothing to do, or it is being done.
 */
export function leave(view: Holdings, reason: string): readonly Wish[] {
  const entry = view.order('main')?.state;
  const isCancelling = entry !== undefined && entry !== 'pendingCancel';
  const isSelling = !view.isFlat() && view.order(EXIT) === undefined;
  if (isCancelling && isSelling) return [cancel({ reason }), sell({ slot: EXIT, reason })];
  if (isCancelling) return [cancel({ reason })];
  return isSelling ? [sell({ slot: EXIT, reason })] : NOTHING;
}

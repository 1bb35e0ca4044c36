import type { SlotOrder } from '@org/domain';
import { cancel, sell } from './orders.ts';
import type { Wish } from './step.ts';

/** The part of a view that tells what there is to leave. */
interface Holdings {
  isFlat(): boolean;
  order(slot: string): SlotOrder | undefined;
}

const EXIT = 'exit';

/**
 * Gets out of the main symbol, whatever the state of the entry: calls off the order in the slot `main` if it still
 * works, and sells what is held through the slot `exit`. Empty where there is nothing to do, or it is being done.
 */
export function leave(view: Holdings, reason: string): readonly Wish[] {
  const wishes: Wish[] = [];
  const entry = view.order('main')?.state;
  if (entry !== undefined && entry !== 'pendingCancel') wishes.push(cancel({ reason }));
  if (!view.isFlat() && view.order(EXIT) === undefined) wishes.push(sell({ slot: EXIT, reason }));
  return wishes;
}

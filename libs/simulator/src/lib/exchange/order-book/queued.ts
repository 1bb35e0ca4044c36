import type { LiveOrder } from '../orders/live-order.ts';
import type { BookSide } from './book-side.ts';

/** The orders of a side, the first to trade first. */
export function* queued(side: BookSide): Generator<LiveOrder> {
  for (let level = side.best; level !== null; level = side.behind(level)) {
    for (let order = level.head; order !== null; order = order.after) yield order;
  }
}

import type { Units } from '../accounts/units.ts';
import { minus, plus } from '../accounts/units.ts';
import type { Seat } from '../listing/seat.ts';
import type { BookSide } from '../order-book/book-side.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import { meetsItself } from '../self-trade/self-trade.ts';
import type { SelfTradePrevention } from '../symbol-rules.ts';

/** What a taker would get, before it comes. */
export interface Reach {
  /** How much would trade. */
  readonly lots: number;
  /** The most that it would cost. */
  readonly quote: Units;
  /** The book has no more. */
  readonly isExhausted: boolean;
  /** Self-trade prevention would end or cut the taker on the way. */
  readonly isPrevented: boolean;
}

/** How far a taker goes: for so many lots, or for so much quote. */
export type Appetite = { readonly lots: number } | { readonly quote: Units };

/**
 * Walks the levels that a taker would reach down to a limit. Where it would meet orders of its own, it counts what is
 * certain (`lots` ahead of them) and what is possible (`quote` for all others there).
 */
export function reach(
  seat: Seat,
  side: BookSide,
  limit: number,
  mode: SelfTradePrevention,
  appetite: Appetite,
): Reach {
  const { worth } = seat.listing;
  const isCutting = mode === 'decrement' || mode === 'transfer';
  let lots = 0;
  let cut = 0;
  let quote: Units = 0;
  let isPrevented = false;
  for (
    let level = side.best;
    level !== null && side.reaches(level.price, limit);
    level = side.behind(level)
  ) {
    const there = standing(level, seat, mode);
    const wanted =
      'lots' in appetite
        ? appetite.lots - lots - cut
        : worth.lotsFor(minus(appetite.quote, quote), level.price);
    const isMet = there.own > 0 && mode !== 'expireMaker' && there.ahead < wanted;
    if (isMet) isPrevented = true;
    const isStopped = isMet && !isCutting;
    const traded = Math.min(wanted, isStopped ? there.ahead : there.others);
    lots += traded;
    const paid = mode === 'transfer' ? Math.min(wanted, there.others + there.own) : traded;
    quote = plus(quote, worth.quote(level.price, paid));
    if (isStopped || there.others + (isCutting ? there.own : 0) >= wanted) {
      return { lots, quote, isExhausted: false, isPrevented };
    }
    if (isCutting) cut += there.own;
  }
  return { lots, quote, isExhausted: true, isPrevented };
}

/** What stands at a level: of others, of the taker's own, and of others ahead of the first of these. */
function standing(level: PriceLevel, seat: Seat, mode: SelfTradePrevention) {
  let others = 0;
  let own = 0;
  let ahead = 0;
  if (mode === 'none' || (seat.open.orders === 0 && seat.trader.account.tradeGroupId === null)) {
    return { others: level.total, own, ahead: level.total };
  }
  for (let order = level.head; order !== null; order = order.after) {
    if (meetsItself(seat.trader, mode, order.seat.trader)) own += order.remaining;
    else {
      others += order.remaining;
      if (own === 0) ahead += order.shown;
    }
  }
  return { others, own, ahead: own === 0 ? others : ahead };
}

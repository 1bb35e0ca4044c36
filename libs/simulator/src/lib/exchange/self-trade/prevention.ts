import { price, quantity } from '@org/domain';
import type { Ledger } from '../accounts/ledger.ts';
import type { PreventedMatch } from '../exchange-order.ts';
import type { OrderLists } from '../order-lists/order-lists.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { Lifecycle } from '../orders/lifecycle.ts';
import { shownOf } from '../orders/lifecycle.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { SelfTradePrevention } from '../symbol-rules.ts';
import type { Tape } from '../tape/tape.ts';
import { effectiveMode } from './self-trade.ts';

export interface PreventionParts {
  readonly tape: Tape;
  readonly ledger: Ledger;
  readonly lifecycle: Lifecycle;
  readonly lists: OrderLists;
}

/** Keeps an account, or a trade group, from trading with itself. */
export class Prevention {
  nextMatchId = 1;
  readonly #parts: PreventionParts;

  constructor(parts: PreventionParts) {
    this.#parts = parts;
  }

  /** Ends or cuts the two orders that would have traded, as the taker's mode says. */
  prevent(taker: LiveOrder, maker: LiveOrder, level: PriceLevel, now: number): PreventedMatch {
    const { tape, lists } = this.#parts;
    const mode = effectiveMode(taker.selfTradePrevention, maker.selfTradePrevention);
    const match = this.#matchOf(mode, taker, maker, level.price);
    lists.claim(maker);
    if (match.takerPrevented > 0) this.#cut(taker, match.takerPrevented, now);
    if (match.makerPrevented > 0) this.#cut(maker, match.makerPrevented, now);
    if (mode === 'transfer' && taker.seat !== maker.seat) this.#transfer(taker, maker, match);
    if (match.takerPrevented > 0) tape.report(taker, 'tradePrevention', now, null, match);
    if (match.makerPrevented > 0) tape.report(maker, 'tradePrevention', now, null, match);
    if (match.makerPrevented > 0) lists.touched(maker, now);
    if (match.takerPrevented > 0) lists.touched(taker, now);
    return match;
  }

  #matchOf(mode: SelfTradePrevention, taker: LiveOrder, maker: LiveOrder, at: number): PreventedMatch {
    const [takerPrevented, makerPrevented] = preventedBy(mode, taker, maker);
    return {
      preventedMatchId: this.nextMatchId++,
      mode,
      takerOrderId: taker.id,
      takerAccountId: taker.seat.trader.account.accountId,
      makerOrderId: maker.id,
      makerAccountId: maker.seat.trader.account.accountId,
      price: price(at),
      takerPrevented: quantity(takerPrevented),
      makerPrevented: quantity(makerPrevented),
    };
  }

  #cut(order: LiveOrder, lots: number, now: number): void {
    const { lifecycle, ledger } = this.#parts;
    order.updatedAt = now;
    if (lots === order.remaining) {
      lifecycle.withdraw(order);
      order.prevent(lots);
      order.status = 'expiredInMatch';
      return;
    }
    order.level?.take(order, lots);
    if (order.isBuy) order.seat.openBuyLots -= lots;
    order.prevent(lots);
    ledger.relax(order);
    if (order.shown === 0) order.level?.showNext(order, shownOf(order.remaining, order.icebergQuantity));
  }

  /** The two accounts of a group settle what they did not trade, at the maker's price and without fees. */
  #transfer(taker: LiveOrder, maker: LiveOrder, { price: at, takerPrevented }: PreventedMatch): void {
    const { worth } = taker.seat.listing;
    const base = worth.base(takerPrevented);
    const quote = worth.quote(at, takerPrevented);
    this.#parts.ledger.exchange(taker, base, quote);
    this.#parts.ledger.exchange(maker, base, quote);
  }
}

/** How much of the taker and of the maker a mode takes away. */
function preventedBy(
  mode: SelfTradePrevention,
  taker: LiveOrder,
  maker: LiveOrder,
): readonly [taker: number, maker: number] {
  switch (mode) {
    case 'none':
      return [0, 0];
    case 'expireTaker':
      return [taker.remaining, 0];
    case 'expireMaker':
      return [0, maker.remaining];
    case 'expireBoth':
      return [taker.remaining, maker.remaining];
    case 'decrement':
    case 'transfer': {
      const lots = Math.min(taker.remaining, maker.shown);
      return [lots, lots];
    }
    default:
      return mode satisfies never;
  }
}

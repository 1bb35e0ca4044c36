import { price } from '@org/domain';
import type { Ledger } from '../accounts/ledger.ts';
import type { Fee } from '../accounts/fee-of.ts';
import type { Units } from '../accounts/units.ts';
import { minus } from '../accounts/units.ts';
import type { PreventedMatch } from '../exchange-order.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import type { OrderLists } from '../order-lists/order-lists.ts';
import type { Lifecycle } from '../orders/lifecycle.ts';
import { shownOf } from '../orders/lifecycle.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import type { Prevention } from '../self-trade/prevention.ts';
import { meetsItself } from '../self-trade/self-trade.ts';
import type { Tape } from '../tape/tape.ts';
import type { Execution } from './execution.ts';
import { tradePlainly } from './plain-trade.ts';

/** What came of an order's matching. */
export interface Matched {
  readonly fills: readonly Execution[];
  readonly prevented: readonly PreventedMatch[];
}

export interface MatcherParts {
  readonly tape: Tape;
  readonly ledger: Ledger;
  readonly lifecycle: Lifecycle;
  readonly lists: OrderLists;
  readonly prevention: Prevention;
  /** Called with each order that a trade triggers. */
  readonly triggered: (order: LiveOrder) => void;
}

/** Where nothing matched. */
export const NOTHING: Matched = { fills: [], prevented: [] };

/** Trades takers with what rests: the best price first, at one price the first come first, at the maker's price. */
export class Matcher {
  readonly #parts: MatcherParts;

  constructor(parts: MatcherParts) {
    this.#parts = parts;
  }

  /** Trades an order with everything that it reaches, as long as it is open and anything of it is left. */
  match(taker: LiveOrder, limit: number, now: number): Matched {
    const side = taker.seat.listing.book.otherSide(taker.isBuy);
    if (!side.isReached(limit)) return NOTHING;
    const fills: Execution[] = [];
    const prevented: PreventedMatch[] = [];
    let level = side.best;
    while (level !== null && taker.remaining > 0 && taker.isOpen && side.isReached(limit)) {
      this.#matchAt(taker, level, fills, prevented, now);
      this.#parts.tape.level(taker.seat.listing, level, now);
      level = side.best;
    }
    return { fills, prevented };
  }

  #matchAt(
    taker: LiveOrder,
    level: PriceLevel,
    fills: Execution[],
    prevented: PreventedMatch[],
    now: number,
  ): void {
    const { trader } = taker.seat;
    const mode = taker.selfTradePrevention;
    for (let maker = level.head; maker !== null && taker.remaining > 0 && taker.isOpen; maker = level.head) {
      if (meetsItself(trader, mode, maker.seat.trader)) {
        prevented.push(this.#parts.prevention.prevent(taker, maker, level, now));
      } else {
        const plain = tradePlainly(this.#parts, taker, maker, level, now);
        const fill = plain ?? this.#trade(taker, maker, level, now);
        if (trader.isFunded) fills.push(fill);
      }
    }
  }

  #trade(taker: LiveOrder, maker: LiveOrder, level: PriceLevel, now: number): Execution {
    const { tape, ledger, lists, triggered } = this.#parts;
    const { listing } = taker.seat;
    const lots = Math.min(taker.remaining, maker.shown);
    const at = price(level.price);
    const base = listing.worth.base(lots);
    const quote = listing.worth.quote(at, lots);
    const tradeId = listing.nextTradeId++;
    const isListed = taker.isListed || maker.isListed;
    if (isListed) lists.claim(maker);
    level.take(maker, lots);
    execute(taker, lots, quote, now);
    execute(maker, lots, quote, now);
    listing.lastPrice = at;
    const takerFee = ledger.settle(taker, base, quote, false);
    const makerFee = ledger.settle(maker, base, quote, true);
    if (isListed) {
      lists.received(taker, netOf(taker, base, quote, takerFee));
      lists.received(maker, netOf(maker, base, quote, makerFee));
    }
    tape.trade(listing, tradeId, at, lots, quote, taker, maker, now);
    const trade = { tradeId, at, lots, quote, fill: null };
    const execution = { ...trade, feeAsset: takerFee.asset, feeUnits: takerFee.units, isMaker: false };
    tape.report(taker, 'trade', now, execution);
    if (maker.seat.trader.isFunded) {
      const makers = { ...trade, feeAsset: makerFee.asset, feeUnits: makerFee.units, isMaker: true };
      tape.report(maker, 'trade', now, makers);
    }
    this.#afterTrade(maker, level);
    if (isListed) {
      lists.touched(maker, now);
      lists.touched(taker, now);
    }
    listing.triggers.pull(at, now, triggered);
    return execution;
  }

  /** A maker that is filled is gone; an iceberg whose tip is gone shows the next. */
  #afterTrade(maker: LiveOrder, level: PriceLevel): void {
    if (maker.remaining === 0) this.#parts.lifecycle.withdraw(maker);
    else if (maker.isIceberg && maker.shown === 0) {
      level.showNext(maker, shownOf(maker.remaining, maker.icebergQuantity));
    }
  }
}

function execute(order: LiveOrder, lots: number, quote: Units, now: number): void {
  if (order.isBuy) order.seat.openBuyLots -= lots;
  order.fill(lots, quote, now);
}

/** What a trade has brought an order after its fee. */
function netOf(order: LiveOrder, base: Units, quote: Units, fee: Fee): Units {
  const gross = order.isBuy ? base : quote;
  return fee.asset === order.receivesIn.asset ? minus(gross, fee.units) : gross;
}

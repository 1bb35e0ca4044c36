import type { Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { Holding } from '../accounts/holding.ts';
import { balanceOf } from '../accounts/holding.ts';
import type { Trader } from '../accounts/trader.ts';
import type { Units } from '../accounts/units.ts';
import { amountOf } from '../accounts/units.ts';
import type { ExchangeBalance } from '../exchange-account.ts';
import type { ExchangeEvent, OrderReport } from '../exchange-event.ts';
import type { PreventedMatch } from '../exchange-order.ts';
import type { Listing } from '../listing/listing.ts';
import type { Execution } from '../matching/execution.ts';
import { fillOf } from '../matching/execution.ts';
import type { PriceLevel } from '../order-book/price-level.ts';
import { listValue } from '../order-lists/list-value.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { orderValue } from '../orders/order-value.ts';
import type { GatheredLevels } from './gathered-levels.ts';

const SIDES = ['buy', 'sell'] as const;

/** Tells what happens, in order. Of accounts, it speaks of the funded ones alone. */
export class Tape {
  nextExecutionId = 1;
  readonly #emit: (event: ExchangeEvent) => void;

  constructor(emit: (event: ExchangeEvent) => void) {
    this.#emit = emit;
  }

  report(
    order: LiveOrder,
    what: OrderReport['execution'],
    now: number,
    execution: Execution | null = null,
    prevented: PreventedMatch | null = null,
    otherClientId: string | null = null,
  ): void {
    if (!order.seat.trader.isFunded) return;
    this.#emit({
      kind: 'orderReport',
      time: now,
      executionId: this.nextExecutionId++,
      execution: what,
      order: orderValue(order),
      fill: execution === null ? null : fillOf(execution),
      prevented,
      otherClientId,
    });
  }

  list(list: OrderList, now: number): void {
    if (!list.seat.trader.isFunded) return;
    this.#emit({ kind: 'listReport', time: now, list: listValue(list) });
  }

  trade(
    listing: Listing,
    tradeId: number,
    at: number,
    lots: number,
    worth: Units,
    taker: LiveOrder,
    maker: LiveOrder,
    now: number,
  ): void {
    this.#emit({
      kind: 'marketTrade',
      time: now,
      symbol: listing.symbol,
      tradeId,
      price: price(at),
      quantity: quantity(lots),
      quoteQuantity: amountOf(worth),
      buyerOrderId: taker.isBuy ? taker.id : maker.id,
      sellerOrderId: taker.isBuy ? maker.id : taker.id,
      buyerIsMaker: maker.isBuy,
    });
  }

  /** What is shown at a level has changed. */
  level(listing: Listing, level: PriceLevel, now: number): void {
    const side = level.side.isHighestBest ? 'buy' : 'sell';
    if (listing.gathered !== null) listing.gathered.add(side, level.price);
    else this.#level(listing, side, level.price, level.shown, listing.nextUpdateId++, now);
  }

  /** Levels as they have become, as one update: `updateId`, or the next where that has passed. */
  levels(listing: Listing, gathered: GatheredLevels, updateId: number | null, now: number): void {
    if (gathered.isEmpty) return;
    const id = Math.max(updateId ?? 0, listing.nextUpdateId);
    listing.nextUpdateId = id + 1;
    for (const side of SIDES) {
      const levels = listing.book.ownSide(side === 'buy');
      for (const at of gathered.prices(side)) {
        this.#level(listing, side, at, levels.level(at)?.shown ?? 0, id, now);
      }
    }
  }

  /** What an account has now of all that has changed, which `first` leads to. */
  balances(trader: Trader, first: Holding, now: number): void {
    const balances: ExchangeBalance[] = [];
    for (let holding: Holding | null = first; holding !== null; holding = holding.nextUntold) {
      balances.push(balanceOf(holding));
    }
    this.#emit({ kind: 'balancesChanged', time: now, accountId: trader.account.accountId, balances });
  }

  moved(holding: Holding, units: Units, now: number): void {
    const { accountId } = holding.trader.account;
    this.#emit({ kind: 'balanceMoved', time: now, accountId, asset: holding.asset, amount: amountOf(units) });
  }

  rulesChanged({ rules }: Listing, now: number): void {
    this.#emit({ kind: 'symbolChanged', time: now, rules });
  }

  #level({ symbol }: Listing, side: Side, at: number, shown: number, updateId: number, now: number): void {
    this.#emit({
      kind: 'levelChanged',
      time: now,
      symbol,
      updateId,
      side,
      price: price(at),
      quantity: quantity(shown),
    });
  }
}

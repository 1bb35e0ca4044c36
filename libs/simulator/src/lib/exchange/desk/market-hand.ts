import type { Price, Quantity, Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { MarketHand } from '../exchange.ts';
import type { Seat } from '../listing/seat.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { GatheredLevels } from '../tape/gathered-levels.ts';
import { cutDown } from './cutting.ts';
import { extend } from './extending.ts';
import type { MatchingEngine } from './matching-engine.ts';

/** The market's hand on a symbol: places without filters and without a word to anybody but the tape. */
export class SymbolHand implements MarketHand {
  readonly symbol: string;
  readonly #engine: MatchingEngine;
  readonly #seat: Seat;

  constructor(engine: MatchingEngine, seat: Seat) {
    this.symbol = seat.listing.symbol;
    this.#engine = engine;
    this.#seat = seat;
  }

  place(side: Side, at: Price, lots: Quantity, now: number): number {
    const order = this.#engine.work(this.#seat, handTerms(side, at, lots, 'gtc'), now);
    this.#engine.finish(now);
    return order.level === null ? 0 : order.id;
  }

  take(side: Side, limit: Price, lots: Quantity, now: number): Quantity {
    const { executed } = this.#engine.work(this.#seat, handTerms(side, limit, lots, 'ioc'), now);
    this.#engine.finish(now);
    return quantity(executed);
  }

  cancel(orderId: number, now: number): boolean {
    const order = this.#order(orderId);
    if (order === undefined) return false;
    this.#engine.floor.lifecycle.end(order, 'cancelled', null, now);
    this.#engine.finish(now);
    return true;
  }

  reduce(orderId: number, lots: Quantity, now: number): Quantity {
    const order = this.#order(orderId);
    if (order === undefined) return NOTHING;
    return quantity(cutDown(this.#engine.floor, order, lots, now));
  }

  extend(orderId: number, lots: Quantity, now: number): boolean {
    const order = this.#order(orderId);
    if (order === undefined || order.level === null) return false;
    extend(this.#engine.floor, order, lots, now);
    return true;
  }

  remaining(orderId: number): Quantity {
    const order = this.#order(orderId);
    return order === undefined ? NOTHING : quantity(order.remaining);
  }

  best(side: Side): Price | null {
    const { best } = this.#seat.listing.book.ownSide(side === 'buy');
    return best === null ? null : price(best.price);
  }

  levelAt(side: Side, at: Price) {
    const level = this.#seat.listing.book.ownSide(side === 'buy').level(at);
    return { total: quantity(level?.total ?? 0), own: quantity(level?.own ?? 0) };
  }

  inOneUpdate(updateId: number | null, now: number, act: () => void): void {
    const { listing } = this.#seat;
    const gathered = new GatheredLevels();
    listing.gathered = gathered;
    try {
      act();
    } finally {
      listing.gathered = null;
      this.#engine.floor.tape.levels(listing, gathered, updateId, now);
    }
  }

  nameLevel(side: Side, at: Price): void {
    this.#seat.listing.gathered?.add(side, at);
  }

  /** One of the market's own. */
  #order(orderId: number): LiveOrder | undefined {
    const order = this.#seat.listing.orders.get(orderId);
    return order?.seat === this.#seat ? order : undefined;
  }
}

const NOTHING = quantity(0);

function handTerms(side: Side, at: Price, lots: Quantity, timeInForce: 'gtc' | 'ioc') {
  return {
    clientOrderId: null,
    side,
    type: 'limit',
    timeInForce,
    price: at,
    stopPrice: null,
    quantity: lots,
    quoteQuantity: null,
    icebergQuantity: null,
    trailingDeltaBips: null,
    selfTradePrevention: 'none',
    strategyId: null,
    strategyType: null,
  } as const;
}

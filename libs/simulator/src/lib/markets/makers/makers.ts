import type { Price, Quantity, Rng, Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { MarketHand } from '../../exchange/exchange.ts';
import { naturalExp } from '../../random/natural-exp.ts';
import { naturalLog } from '../../random/natural-log.ts';
import { Quotes } from './quotes.ts';

/** What makers measure by. */
export interface MarketScale {
  /** How far the price usually goes in a minute, in ticks. */
  readonly reachTicks: number;
  /** What a taker usually takes, in lots. */
  readonly tradeLots: number;
}

/** Orders that a side has at most, and at least once the makers have looked at it. */
const MOST_QUOTES = 60;
const FEWEST_QUOTES = 40;
/** Orders that come to a side each time, besides one at the touch where it is missing. */
const ARRIVALS = 1;
/** The best quotes are this many ticks or fewer behind the closest they may be. */
const TOUCH_TICKS = 3;

/** The exponent of how far from the touch orders arrive, and the unit of that distance in reaches of the market. */
const DISTANCE_EXPONENT = 0.6;
const DISTANCE_UNIT = 0.05;
const FURTHEST_REACHES = 30;

/** Sizes are log-normal with this deviation; their median in usual trades, and how it grows with a reach of distance. */
const SIZE_DEVIATION = 0.8;
const SIZE_AT_TOUCH = 1.5;
const SIZE_PER_REACH = 3;
const LARGEST_SIZE = 20;

/**
 * Everybody who rests in the book around a price. They keep a spread of a few ticks and a book that is thin at the
 * touch and thicker behind it; they come, stay for a while and go. They never trade on arrival: where an order of a user
 * stands in their way, they rest a tick before it.
 *
 * How far from the touch orders arrive follows a power law with the exponent that J.-P. Bouchaud, M. Mézard and M. Potters
 * found, "Statistical properties of stock order books: empirical results and models", Quantitative Finance 2 (2002).
 */
export class Makers {
  readonly bids = new Quotes('buy');
  readonly asks = new Quotes('sell');
  readonly #rng: Rng;

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  /** Forgets what was traded away. Gives the lots of asks less the lots of bids. */
  settle(hand: MarketHand): number {
    return this.asks.settle(hand) - this.bids.settle(hand);
  }

  /** Moves the book around `centre`, in ticks: afterwards all bids are below it and all asks above it. */
  follow(hand: MarketHand, centre: number, scale: MarketScale, now: number): void {
    const highestBid = Math.ceil(centre) - 1;
    const lowestAsk = Math.floor(centre) + 1;
    this.bids.withdrawBeyond(hand, highestBid, now);
    this.asks.withdrawBeyond(hand, lowestAsk, now);
    this.#refresh(hand, this.bids, Math.min(highestBid, (hand.best('sell') ?? Infinity) - 1), scale, now);
    this.#refresh(hand, this.asks, Math.max(lowestAsk, (hand.best('buy') ?? 0) + 1), scale, now);
  }

  /**
   * Clears the way for a taker who trades at `at` as the last price: takes back the makers' own orders that are better.
   * Gives the side the taker can be on: `preferred`, unless somebody else's order at `at` or better stands against it.
   */
  makeWay(hand: MarketHand, preferred: Side, at: Price, now: number): Side {
    this.bids.withdrawBeyond(hand, at, now);
    this.asks.withdrawBeyond(hand, at, now);
    const best = hand.best(preferred);
    if (best === null || (preferred === 'buy' ? best < at : best > at)) return preferred;
    const { total, own } = hand.levelAt(preferred, at);
    if (best !== at || total > own) return otherSide(preferred);
    this.#quotesOf(preferred).withdrawBeyond(hand, preferred === 'buy' ? at - 1 : at + 1, now);
    return preferred;
  }

  /** Sees to it that makers have `lots` at a price, behind whoever is there already. */
  offer(hand: MarketHand, side: Side, at: Price, lots: Quantity, now: number): void {
    const missing = lots - hand.levelAt(side, at).own;
    if (missing > 0) this.#quotesOf(side).rest(hand, at, quantity(missing), now);
  }

  /** Takes back everything. */
  leave(hand: MarketHand, now: number): void {
    this.bids.withdrawBeyond(hand, -Infinity, now);
    this.asks.withdrawBeyond(hand, Infinity, now);
  }

  #quotesOf(side: Side): Quotes {
    return side === 'buy' ? this.bids : this.asks;
  }

  #refresh(hand: MarketHand, quotes: Quotes, closest: number, scale: MarketScale, now: number): void {
    const outwards = quotes.side === 'buy' ? -1 : 1;
    const behind = Math.floor(TOUCH_TICKS * this.#rng.uniform());
    const touch = closest + outwards * behind;
    const { best } = quotes;
    if (best === null || (best - touch) * outwards > 0) this.#rest(hand, quotes, touch, behind, scale, now);
    const arrivals = Math.max(ARRIVALS, FEWEST_QUOTES - quotes.count);
    for (let arrived = 0; arrived < arrivals; arrived++) {
      const distance = this.#distance(scale.reachTicks);
      this.#rest(hand, quotes, closest + outwards * distance, distance, scale, now);
    }
    while (quotes.count > MOST_QUOTES) {
      quotes.withdraw(hand, Math.floor(this.#rng.uniform() * (quotes.count - 1)), now);
    }
  }

  #rest(
    hand: MarketHand,
    quotes: Quotes,
    ticks: number,
    distance: number,
    scale: MarketScale,
    now: number,
  ): void {
    if (ticks < 1) return;
    quotes.rest(hand, price(ticks), this.#size(distance, scale), now);
  }

  #distance(reachTicks: number): number {
    const most = FURTHEST_REACHES * reachTicks;
    const power = naturalExp(-naturalLog(1 - this.#rng.uniform()) / DISTANCE_EXPONENT) - 1;
    return 1 + Math.floor(Math.min(most, (1 + DISTANCE_UNIT * reachTicks) * power));
  }

  #size(distance: number, { reachTicks, tradeLots }: MarketScale): Quantity {
    const usual = Math.min(LARGEST_SIZE, SIZE_AT_TOUCH + (SIZE_PER_REACH * distance) / reachTicks);
    const lots = tradeLots * usual * naturalExp(SIZE_DEVIATION * this.#rng.normal());
    return quantity(Math.max(1, Math.round(lots)));
  }
}

/** The side that a taker of `side` trades with. */
export function otherSide(side: Side): Side {
  return side === 'buy' ? 'sell' : 'buy';
}

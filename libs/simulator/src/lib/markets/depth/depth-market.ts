import type { Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { MarketHand } from '../../exchange/exchange.ts';
import type { Market } from '../market.ts';
import type {
  RecordedDifference,
  RecordedEvent,
  RecordedSnapshot,
  RecordedTrade,
} from './depth-recording.ts';
import { OwnLevels } from './own-levels.ts';
import { RecordedBook } from './recorded-book.ts';

/**
 * A recorded market that a user can trade in. All that was recorded is orders of the market in the same queues as the
 * user's:
 * 1. A recorded trade is a taker of its quantity down to its price. It takes the user's orders at better prices, then
 *    the queue at its price from the front. What the recording shows to have traded and the book does not have stands
 *    behind the user.
 * 2. A difference says how much of the market's own stands at a level. More is a new order at the back. Less, beyond
 *    what was traded, was taken back: from behind the user's orders first, from ahead of them only when nothing is
 *    left behind.
 * 3. A level that crosses a user's order trades with it at the user's price.
 * 4. What a user took comes back with the next difference that names the level.
 * Without a user, trades, and after each difference the book and its update id, equal the recording.
 */
export class DepthMarket implements Market {
  readonly #events: readonly RecordedEvent[];
  readonly #openTime: number;
  readonly #book = new RecordedBook();
  /** Null until the book is laid. */
  #own: OwnLevels | null = null;
  #next = 0;
  /** A level that the recording named last. */
  #named: { readonly side: Side; readonly at: number } = { side: 'buy', at: 1 };
  /** The prices at which the book differs from the recorded one since trades went through it. */
  readonly #traded: Readonly<Record<Side, Set<number>>> = { buy: new Set(), sell: new Set() };

  /** Opens a recording at a time: what was before is read, not played. */
  constructor(events: readonly RecordedEvent[], time: number) {
    this.#events = events;
    this.#openTime = Math.max(time, events[0]?.time ?? Infinity);
    for (; (events[this.#next]?.time ?? Infinity) <= this.#openTime; this.#next++) {
      const event = events[this.#next]!;
      if (event.kind !== 'trade') this.#read(event);
    }
  }

  nextTime(): number {
    return this.#own === null ? this.#openTime : (this.#events[this.#next]?.time ?? Infinity);
  }

  advance(hand: MarketHand, until: number): void {
    if (this.nextTime() > until) return;
    const own = (this.#own ??= this.#lay(hand));
    while (this.nextTime() <= until && this.#next < this.#events.length) {
      const event = this.#events[this.#next]!;
      if (event.kind === 'trade')
        hand.inOneUpdate(null, event.time, () => this.#trades(hand, own, event.time));
      else {
        this.#next++;
        this.#read(event);
        hand.inOneUpdate(event.updateId, event.time, () => this.#change(hand, own, event));
      }
    }
  }

  leave(_hand: MarketHand, now: number): void {
    for (const side of SIDES) {
      for (const at of this.#own?.prices(side) ?? []) this.#own?.drop(side, at, now);
    }
  }

  #read(event: RecordedSnapshot | RecordedDifference): void {
    this.#book.apply(event);
    const side = event.bids.length > 0 ? 'buy' : 'sell';
    const at = side === 'buy' ? event.bids[0] : event.asks[0];
    if (at !== undefined) this.#named = { side, at };
  }

  #lay(hand: MarketHand): OwnLevels {
    const own = new OwnLevels(hand);
    const now = this.#openTime;
    hand.inOneUpdate(this.#book.updateId, now, () => {
      for (const side of SIDES) {
        for (const [at, target] of this.#book.side(side)) own.growTo(side, at, target, now);
      }
      this.#nameLast(hand);
    });
    return own;
  }

  /** Levels shrink before any grows, so that the market never trades with itself. */
  #change(hand: MarketHand, own: OwnLevels, event: RecordedSnapshot | RecordedDifference): void {
    const now = event.time;
    const prices = {
      buy: this.#changed(own, event, 'buy'),
      sell: this.#changed(own, event, 'sell'),
    };
    for (const side of SIDES) {
      for (const at of prices[side]) own.shrinkTo(side, at, this.#book.quantityAt(side, at), now);
    }
    for (const side of SIDES) {
      for (const at of prices[side]) own.growTo(side, at, this.#book.quantityAt(side, at), now);
      this.#traded[side].clear();
    }
    this.#nameLast(hand);
  }

  /** Every price at which the book may differ from the recording. */
  #changed(own: OwnLevels, event: RecordedSnapshot | RecordedDifference, side: Side): ReadonlySet<number> {
    const prices = new Set(this.#traded[side]);
    const levels = side === 'buy' ? event.bids : event.asks;
    for (let index = 0; index < levels.length; index += 2) prices.add(levels[index]!);
    if (event.kind === 'snapshot') for (const at of own.prices(side)) prices.add(at);
    return prices;
  }

  /** Has the level told that the recording named last: the update is told even where it changes nothing here. */
  #nameLast(hand: MarketHand): void {
    hand.nameLevel(this.#named.side, price(this.#named.at));
  }

  /** The trades of one moment that come next. */
  #trades(hand: MarketHand, own: OwnLevels, time: number): void {
    for (
      let event = this.#events[this.#next];
      event?.kind === 'trade' && event.time === time;
      event = this.#events[++this.#next]
    ) {
      this.#trade(hand, own, event);
    }
  }

  #trade(hand: MarketHand, own: OwnLevels, trade: RecordedTrade): void {
    const { takerSide, time } = trade;
    const makerSide = takerSide === 'buy' ? 'sell' : 'buy';
    const at = price(trade.price);
    let left = trade.quantity;
    this.#traded[makerSide].add(at);
    for (let best = hand.best(makerSide); left > 0 && best !== null; best = hand.best(makerSide)) {
      if (!isBetter(makerSide, best, at)) break;
      if (own.has(makerSide, best)) {
        this.#drop(own, makerSide, best, time);
        continue;
      }
      const taken = hand.take(takerSide, best, quantity(left), time);
      if (taken === 0) return;
      left -= taken;
    }
    const missing = left - hand.levelAt(makerSide, at).total;
    if (missing > 0) {
      this.#uncross(hand, own, takerSide, at, time);
      own.add(makerSide, at, missing, time);
    }
    if (left > 0) hand.take(takerSide, at, quantity(left), time);
  }

  /** What the recording has traded past, or against, had left the book before. */
  #uncross(hand: MarketHand, own: OwnLevels, side: Side, at: number, now: number): void {
    for (let best = hand.best(side); best !== null && own.has(side, best); best = hand.best(side)) {
      if (best !== at && !isBetter(side, best, at)) return;
      this.#drop(own, side, best, now);
    }
  }

  #drop(own: OwnLevels, side: Side, at: number, now: number): void {
    own.drop(side, at, now);
    this.#traded[side].add(at);
  }
}

const SIDES = ['buy', 'sell'] as const;

function isBetter(side: Side, one: number, other: number): boolean {
  return side === 'buy' ? one > other : one < other;
}

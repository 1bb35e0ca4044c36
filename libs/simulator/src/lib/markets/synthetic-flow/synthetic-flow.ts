import type { Side } from '@org/domain';
import { formatDecimal, price, quantity } from '@org/domain';
import type { MarketHand } from '../../exchange/exchange.ts';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import { naturalExp } from '../../random/natural-exp.ts';
import { naturalLog } from '../../random/natural-log.ts';
import { SeededRng } from '../../random/seeded-rng.ts';
import { SyntheticMarket } from '../../synthetic-market/synthetic-market.ts';
import { priceAt } from '../bar-path/bar-path.ts';
import { Makers } from '../makers/makers.ts';
import type { Market } from '../market.ts';
import type { SyntheticFlowTerms } from './flow-terms.ts';
import { Pressure } from './pressure.ts';
import type { Minute } from './minute.ts';
import { minuteOf } from './minute.ts';

const MINUTE_MS = 60_000;
/** A taker goes no further than this many reaches from the price. */
const TAKER_REACHES = 3;
/** Takers' sizes are log-normal with this deviation. */
const TAKER_DEVIATION = 1.2;
/** How much more often takers go with the minute than against it: 0.25 is three in four at most. */
const TILT = 0.25;

/**
 * A market that never was, order by order. A generator of bars says, minute by minute, which way the price should go and
 * how much is traded; makers keep a book around that price, and takers come at random times, the more often the busier
 * the minute. What is taken from one side pushes the price, and the push is forgotten within seconds.
 */
export class SyntheticFlow implements Market {
  readonly #terms: SyntheticFlowTerms;
  readonly #grid: SymbolGrid;
  readonly #bars: SyntheticMarket;
  readonly #rng: SeededRng;
  readonly #makers: Makers;
  readonly #pressure = new Pressure();
  #minute: Minute;
  /** When something happens next, ms UTC and parts of it. */
  #next: number;
  /** The book is laid before the first taker comes. */
  #isLaid = false;

  constructor(terms: SyntheticFlowTerms, grid: SymbolGrid, time: number) {
    const { seed, profile } = terms;
    this.#terms = terms;
    this.#grid = grid;
    this.#rng = new SeededRng(`${seed} ${profile.symbol} takers ${time}`);
    this.#makers = new Makers(new SeededRng(`${seed} ${profile.symbol} makers ${time}`));
    this.#bars = new SyntheticMarket({
      ...profile,
      tickSize: formatDecimal(grid.tick.units, grid.tick.decimals),
      stepSize: formatDecimal(grid.lot.units, grid.lot.decimals),
      seed,
      interval: '1m',
      startTime: terms.startTime,
    });
    this.#next = Math.max(time, terms.startTime);
    this.#minute = this.#nextMinute();
    this.#reachMinute();
  }

  nextTime(): number {
    return Math.floor(this.#next);
  }

  advance(hand: MarketHand, until: number): void {
    for (let now = this.nextTime(); now <= until; now = this.nextTime()) {
      this.#act(hand, now);
      this.#wait();
    }
  }

  leave(hand: MarketHand, now: number): void {
    this.#makers.leave(hand, now);
  }

  #act(hand: MarketHand, now: number): void {
    const { scale } = this.#minute;
    this.#feel(hand, now);
    if (this.#isTakersTurn()) {
      this.#take(hand, now);
      this.#feel(hand, now);
    }
    this.#makers.follow(hand, this.#centre(now), scale, now);
    this.#isLaid = true;
  }

  #isTakersTurn(): boolean {
    const { tradesPerMinute, quotesPerMinute } = this.#terms;
    const isTaker = this.#rng.uniform() * (tradesPerMinute + quotesPerMinute) < tradesPerMinute;
    return isTaker && this.#isLaid;
  }

  /** Where the makers see the price: where the minute says, pushed by what was taken. */
  #centre(now: number): number {
    const { path, openTime } = this.#minute;
    return Math.max(1, priceAt(path, (now - openTime) / MINUTE_MS) + this.#pressure.ticks);
  }

  #feel(hand: MarketHand, now: number): void {
    const { scale, usualLots } = this.#minute;
    this.#pressure.relax(now);
    this.#pressure.push(this.#makers.settle(hand) / usualLots, scale.reachTicks);
  }

  #take(hand: MarketHand, now: number): void {
    const { reachTicks, tradeLots } = this.#minute.scale;
    const centre = this.#centre(now);
    const side = this.#takerSide(hand, centre);
    const furthest = centre + (side === 'buy' ? 1 : -1) * TAKER_REACHES * reachTicks;
    const exponent = TAKER_DEVIATION * this.#rng.normal() - (TAKER_DEVIATION * TAKER_DEVIATION) / 2;
    const lots = quantity(Math.max(1, Math.round(tradeLots * naturalExp(exponent))));
    hand.take(side, price(Math.max(1, Math.round(furthest))), lots, now);
  }

  /** Whoever offers better than the price finds a taker first. */
  #takerSide(hand: MarketHand, centre: number): Side {
    const { path, scale } = this.#minute;
    const die = this.#rng.uniform();
    if ((hand.best('sell') ?? Infinity) <= centre) return 'buy';
    if ((hand.best('buy') ?? 0) >= centre) return 'sell';
    const ahead = (path.turns[3] - centre) / scale.reachTicks;
    return die < 0.5 + TILT * Math.min(1, Math.max(-1, ahead)) ? 'buy' : 'sell';
  }

  /** Draws when the next event comes: after an exponential time, whose mean changes with each minute. */
  #wait(): void {
    this.#next += this.#pause();
    this.#reachMinute();
  }

  #reachMinute(): void {
    for (let end = this.#minuteEnd(); this.#next >= end; end = this.#minuteEnd()) {
      this.#minute = this.#nextMinute();
      if (this.#isLaid) this.#next = end + this.#pause();
    }
  }

  #pause(): number {
    const { tradesPerMinute, quotesPerMinute } = this.#terms;
    const perMinute = (tradesPerMinute + quotesPerMinute) * this.#minute.activity;
    return (-naturalLog(1 - this.#rng.uniform()) * MINUTE_MS) / perMinute;
  }

  #minuteEnd(): number {
    return this.#minute.openTime + MINUTE_MS;
  }

  #nextMinute(): Minute {
    const { profile, tradesPerMinute } = this.#terms;
    return minuteOf(this.#bars.next(), this.#grid, { ...profile, tradesPerMinute });
  }
}

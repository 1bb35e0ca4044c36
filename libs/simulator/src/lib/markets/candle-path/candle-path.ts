import { price, quantity } from '@org/domain';
import type { MarketHand } from '../../exchange/exchange.ts';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import { SeededRng } from '../../random/seeded-rng.ts';
import type { MarketScale } from '../makers/makers.ts';
import { Makers, otherSide } from '../makers/makers.ts';
import type { Market } from '../market.ts';
import type { CandlePathTerms } from './candle-terms.ts';
import { candleOf } from './candle-terms.ts';
import { nearestLots, nearestTicks } from './nearest-steps.ts';
import type { Print } from './prints.ts';
import { printsOf } from './prints.ts';

const LEAST_REACH_TICKS = 2;

/**
 * A market that trades as recorded candles say. Each trade of a bar is one taker, who stops at the price of the path;
 * makers offer there what the taker is to get, behind whatever stands at that price or better. So a user's order
 * fills when the path comes to it, in its turn, and the path goes on as if nothing had happened. As long as no user
 * trades, what was traded in a bar is its open, high, low, close and volume.
 */
export class CandlePath implements Market {
  readonly #terms: CandlePathTerms;
  readonly #grid: SymbolGrid;
  readonly #makers: Makers;
  /** The bar whose trades are under way, and which of them is next. */
  #bar = 0;
  #prints: readonly Print[] = [];
  #index = 0;
  #scale: MarketScale = { reachTicks: LEAST_REACH_TICKS, tradeLots: 1 };
  #lastTicks: number;
  /** When the book is laid; null once it is. */
  #laidAt: number | null;

  constructor(terms: CandlePathTerms, grid: SymbolGrid, time: number) {
    const { series, seed } = terms;
    this.#terms = terms;
    this.#grid = grid;
    this.#makers = new Makers(new SeededRng(`${seed} ${series.symbol} makers ${time}`));
    this.#laidAt = time;
    const bar = Math.max(0, countUpTo(series.openTime, time) - 1);
    this.#lastTicks = nearestTicks(series.open[bar]!, grid);
    this.#openBar(bar);
    if (this.#prints.length === 0) this.#goOn();
    this.#skipUpTo(time);
  }

  nextTime(): number {
    return this.#laidAt ?? this.#prints[this.#index]?.time ?? Infinity;
  }

  advance(hand: MarketHand, until: number): void {
    if (this.#laidAt !== null && this.#laidAt <= until) this.#lay(hand, this.#laidAt);
    if (this.#laidAt !== null) return;
    for (let print = this.#prints[this.#index]; print !== undefined; print = this.#prints[this.#index]) {
      if (print.time > until) return;
      this.#trade(hand, print);
      this.#goOn();
    }
  }

  leave(hand: MarketHand, now: number): void {
    this.#makers.leave(hand, now);
  }

  #lay(hand: MarketHand, now: number): void {
    this.#makers.follow(hand, this.#lastTicks, this.#scale, now);
    this.#laidAt = null;
  }

  #trade(hand: MarketHand, print: Print): void {
    const { time, ticks } = print;
    const [at, lots] = [price(ticks), quantity(print.lots)];
    this.#makers.settle(hand);
    const side = this.#makers.makeWay(hand, print.side, at, time);
    this.#makers.offer(hand, otherSide(side), at, lots, time);
    hand.take(side, at, lots, time);
    this.#lastTicks = ticks;
    this.#makers.settle(hand);
    this.#makers.follow(hand, ticks, this.#scale, time);
  }

  /** What happened before the market was opened is only remembered. */
  #skipUpTo(time: number): void {
    for (let print = this.#prints[this.#index]; print !== undefined; print = this.#prints[this.#index]) {
      if (print.time > time) return;
      this.#lastTicks = print.ticks;
      this.#goOn();
    }
  }

  /** Goes to the next trade, over bars that have none. */
  #goOn(): void {
    this.#index++;
    const bars = this.#terms.series.openTime.length;
    while (this.#index >= this.#prints.length && this.#bar + 1 < bars) this.#openBar(this.#bar + 1);
  }

  #openBar(bar: number): void {
    const { series, seed, tradesPerBar, barMs, usualRange } = this.#terms;
    const candle = candleOf(series, bar);
    const rng = new SeededRng(`${seed} ${series.symbol} bar ${candle.openTime}`);
    this.#bar = bar;
    this.#index = 0;
    this.#prints = printsOf(candle, this.#grid, { lengthMs: barMs, trades: tradesPerBar, rng });
    this.#scale = {
      reachTicks: Math.max(LEAST_REACH_TICKS, nearestTicks(candle.open, this.#grid) * usualRange),
      tradeLots: Math.max(1, nearestLots(candle.volume, this.#grid) / tradesPerBar),
    };
  }
}

/** How many times lie at or before `time`. */
function countUpTo(times: Float64Array, time: number): number {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (times[middle]! <= time) from = middle + 1;
    else to = middle;
  }
  return from;
}

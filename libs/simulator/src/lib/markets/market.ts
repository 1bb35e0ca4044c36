import type { MarketHand } from '../exchange/exchange.ts';
import type { SymbolGrid } from '../exchange/symbol-grid.ts';

/**
 * Everybody else on a symbol: makers who rest in the book and takers who trade with it. It acts through its hand alone,
 * so that a user's orders stand in the same queues as its own.
 */
export interface Market {
  /** When it acts next, whole ms UTC of market time; Infinity when it has come to its end. */
  nextTime(): number;
  /** Does everything that is due up to and at `until`, in order. Each act carries the time at which it is due. */
  advance(hand: MarketHand, until: number): void;
  /** Takes back everything it has in the book. */
  leave(hand: MarketHand, now: number): void;
}

/**
 * What a market is made from: a seed, candles, a recording. What it does after a time follows from the plan and that
 * time, and opening it there costs no replay of what it did before. So the state of a market is its time: whoever
 * goes on after a stop opens the plan at the time that was saved, and the market lays its book anew.
 */
export interface MarketPlan {
  readonly symbol: string;
  /** When it begins, ms UTC; it can be opened then or later. */
  readonly startTime: number;
  /**
   * What it counts in: the steps of the symbol's filters, as everybody must, or those of the grid, which may be finer
   * where older orders rest, as recordings do. Default grid.
   */
  readonly countsIn?: 'filters' | 'grid';
  /** The market as it goes on after `time`. Prices and quantities of its hand are on this grid, that of its `countsIn`. */
  open(grid: SymbolGrid, time: number): Market;
}

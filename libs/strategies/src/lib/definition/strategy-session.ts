import type { Interval } from '@org/domain';

/** Where a strategy is asked to trade. */
export interface StrategySession {
  /** The first one is the main symbol, which everything takes that names none. */
  readonly symbols: readonly [string, ...string[]];
  /** The interval that the strategy decides on unless its inputs say otherwise. */
  readonly interval: Interval;
}

import type { FillKind } from '../result/fill.ts';

/**
 * A round trip from flat to flat in one market by one strategy. Times are ms UTC, prices quote per base, `profit` and
 * `fees` quote; `return` is profit over what was spent (0.12 is 12%).
 */
export interface Trade {
  readonly symbol: string;
  readonly strategyId: string;
  readonly entryTime: number;
  readonly exitTime: number;
  readonly holdingHours: number;
  /** Base sold on the way to flat. */
  readonly quantity: number;
  /** Mean price of the buys and of the sells, weighted by quantity, before fees. */
  readonly entryPrice: number;
  readonly exitPrice: number;
  /** What the sells brought beyond the average cost of what was sold, all fees paid. */
  readonly profit: number;
  readonly return: number;
  readonly fees: number;
  /** Why the first buy and the last sell were made. */
  readonly entryReason: string;
  readonly exitReason: string;
  readonly exitKind: FillKind;
}

/** What was still held at the end: marked at the last price, never counted as a trade. */
export interface OpenPosition {
  readonly symbol: string;
  readonly strategyId: string;
  readonly entryTime: number;
  readonly quantity: number;
  /** Quote paid per base held, fees included. */
  readonly averageCost: number;
  readonly lastPrice: number;
  /** What selling at the last price would bring beyond the cost, plus what earlier sells of this position brought. */
  readonly profit: number;
  readonly fees: number;
  readonly entryReason: string;
}

/** What the fills of a session come to. */
export interface RoundTrips {
  readonly trades: readonly Trade[];
  readonly openPositions: readonly OpenPosition[];
}

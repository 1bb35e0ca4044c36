import type { Json, RiskLimits } from '@org/domain';
import type { Statistics } from '../statistics/statistics.ts';
import type { OpenPosition, Trade } from '../trades/trade.ts';
import type { Fill } from './fill.ts';
import type { OneOrMore } from './one-or-more.ts';

/** The layout of `result.json`; it grows with every change that a reader would notice. */
export const RESULT_VERSION = 1;

/**
 * Everything a backtest found, as `result.json` holds it. Times are ms UTC, money and prices plain decimals, rates
 * fractions (0.12 is 12%). Where a backtest has several markets or strategies, their facts are lists.
 */
export interface BacktestResult {
  readonly version: typeof RESULT_VERSION;
  /** The command line that makes this result again. */
  readonly command: string;
  readonly data: OneOrMore<DataFacts>;
  readonly instrument: OneOrMore<InstrumentFacts>;
  readonly strategy: OneOrMore<StrategyFacts>;
  readonly assumptions: Assumptions;
  readonly statistics: Statistics;
  readonly trades: readonly Trade[];
  readonly openPositions: readonly OpenPosition[];
  /** What a person should have seen while it ran, such as a limit that stopped all entries. */
  readonly alerts: readonly AlertFacts[];
  /** The limits that refused what a strategy wanted, in the order in which they first did. */
  readonly refusals: readonly RefusalFacts[];
  readonly fills: readonly Fill[];
  readonly equity: Equity;
}

/** The bars that were traded through: the open of the first (`from`) to the close of the last (`to`). */
export interface DataFacts {
  readonly name: string;
  readonly sha256: string;
  readonly symbol: string;
  readonly interval: string;
  readonly bars: number;
  readonly gaps: GapFacts;
  readonly from: number;
  readonly to: number;
  /** What a reader should know before trusting the data. */
  readonly warnings: readonly string[];
}

/** Bars that the data lacks: how many holes, how many bars in all, and the longest hole from its first missing bar. */
export interface GapFacts {
  readonly count: number;
  readonly bars: number;
  readonly longest: { readonly openTime: number; readonly bars: number } | null;
}

/** The rules that orders were held to. */
export interface InstrumentFacts {
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
  readonly tickSize: number;
  readonly stepSize: number;
  readonly minQuantity: number;
  readonly minNotional: number;
}

/** A strategy as it ran; `sha256` is of the user's file, null for a built-in one. */
export interface StrategyFacts {
  readonly id: string;
  readonly name: string;
  readonly sha256: string | null;
  readonly parameters: { readonly [name: string]: Json };
}

/** Something that a person should have seen when it happened. */
export interface AlertFacts {
  readonly time: number;
  readonly code: string;
  readonly message: string;
}

/** What one limit refused; an intent that several limits refused counts for each of them. */
export interface RefusalFacts {
  readonly limit: string;
  readonly count: number;
  readonly first: FirstRefusal;
}

/** The first refusal by a limit, with what it allows and what was observed. */
export interface FirstRefusal {
  readonly time: number;
  readonly allowed: number | string;
  readonly observed: number | string;
  readonly reason: string;
}

/** What the simulated market and account were like. */
export interface Assumptions {
  /** What the account began with in quote, and beside it: amounts by asset. */
  readonly cash: number;
  readonly deposits: Readonly<Record<string, number>>;
  /** What both were worth at the first open, in quote: returns are measured from here. */
  readonly startingEquity: number;
  readonly quoteAsset: string;
  /** The share of each fill that is paid as fee, and in what: the asset received, or a named one. */
  readonly fee: number;
  readonly feeAsset: string;
  /** How far the price of a market or stop order moves against us, as a fraction. */
  readonly slippage: number;
  /** The most of a bar's volume that one order may take. */
  readonly participation: number;
  /** Bars before the first decision, per strategy the most that its indicators need. */
  readonly warmUpBars: number;
  readonly limits: RiskLimits;
}

/** What the account was worth at the close of every bar, as columns of one length. */
export interface Equity {
  readonly time: Times;
  readonly value: ArrayLike<number>;
}

/** Ascending times, ms UTC: an array of them, or what reads them where they stand already. */
export interface Times {
  readonly length: number;
  /** As that of an array: counted from the end where it is negative, undefined where there is none. */
  at(index: number): number | undefined;
}

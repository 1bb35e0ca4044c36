import type { Amount, CandleClosed, Json, Order, Position } from '@org/domain';
import type { RiskState } from '@org/risk';

/** One strategy instance in the account: what it remembers, owns and has seen. */
export interface Worker {
  /** The strategy's own state. */
  readonly memory: Json;
  /** Its share of the quote asset, reserved or not. */
  readonly cash: Amount;
  readonly positions: readonly Position[];
}

/** What the account holds of one asset, orders included. */
export interface Balance {
  readonly asset: string;
  readonly total: Amount;
}

/**
 * All that the trading step knows: plain data, replaced and never edited. Written as JSON and read back, it goes on
 * as if nothing had happened.
 */
export interface TradingState {
  /** When the newest event occurred, in ms UTC. */
  readonly time: number;
  /** The number of the next client order id. */
  readonly nextSequence: number;
  /** Last known price of each market, in the order of the setup's instruments; NaN before the first. */
  readonly marks: readonly number[];
  /** The newest closed bar of each feed that a strategy listens to, in the order of the desk; null before the first. */
  readonly bars: readonly (CandleClosed | null)[];
  /** When each of them closed, in ms UTC; NaN before the first. A number by itself tells a bar that comes again. */
  readonly barTimes: readonly number[];
  /** Cash and holdings of the whole account at those prices, in quote. */
  readonly equity: number;
  readonly account: Account;
  /** One for each strategy, in the order of the setup. */
  readonly workers: readonly Worker[];
  /** Orders that are not final, in the order in which they were made. */
  readonly orders: readonly Order[];
  readonly risk: RiskState;
  /** Streams whose connection is lost; while there is one, nothing is entered. */
  readonly lostStreams: readonly string[];
}

/** The exact balances, and the same facts as doubles for marking. */
export interface Account {
  readonly balances: readonly Balance[];
  /** Quote, as a double. */
  readonly cash: number;
  /** Base held in each market, as doubles, in the order of the setup's instruments. */
  readonly sizes: readonly number[];
  /** The newest trade counted in each market; -1 before the first. */
  readonly lastTradeIds: readonly number[];
}

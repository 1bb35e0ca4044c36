import type { Binance } from '../../lib/venues/binance/connect-binance.ts';

/** What a class offers, without what it keeps to itself: another venue's may offer the same. */
type Offered<Part> = Pick<Part, keyof Part>;

/** A venue as the contract uses it: what a strategy's shell needs to trade there. */
export interface ContractVenue {
  readonly orders: Offered<Binance['orders']>;
  readonly lists: Offered<Binance['lists']>;
  readonly changes: Offered<Binance['changes']>;
  readonly openOrders: Offered<Binance['openOrders']>;
  readonly account: Offered<Binance['account']>;
  readonly history: Offered<Binance['history']>;
}

/**
 * How things are when a rule begins. Everywhere BTCUSDT is asked at 40,000 and bid at 39,000, ticks are 0.01 and lots
 * 0.00001, and the account has had 100,000 USDT and 1 BTC, with a fee of 0.1%.
 */
export type Situation =
  /** Nothing of ours is open. */
  | 'quiet'
  /** `RESTING` is open. */
  | 'resting'
  /** `RESTING` was filled whole, at its own price. Minutes of it can be asked for. */
  | 'traded'
  /** The list `LISTS.otoco` is open. */
  | 'listed'
  /** Whatever is asked, no answer comes. */
  | 'silent';

/** A venue in a situation. */
export interface Scene {
  readonly venue: ContractVenue;
  close(): Promise<void>;
}

/** Makes a venue of its own for one rule. */
export type OpenScene = (situation: Situation) => Promise<Scene>;

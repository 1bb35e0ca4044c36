/**
 * What the page's script draws, as JSON in the page. Times are ms UTC. All columns beside `time` have its length; a
 * null is a stretch of time without a bar.
 */
export interface PageData {
  readonly quote: string;
  /** The length of one stretch of time on the charts. */
  readonly intervalMs: number;
  /** The open of each. */
  readonly time: readonly number[];
  /** Equity at the last close in each, and what holding would have been worth. */
  readonly equity: readonly (number | null)[];
  readonly hold: readonly (number | null)[];
  /** The deepest drawdown in each, as a fraction at or below 0. */
  readonly drawdown: readonly (number | null)[];
  readonly markets: readonly MarketData[];
  readonly strategies: readonly string[];
  /** Each reason once; trades and fills name them by their place here. */
  readonly reasons: readonly string[];
  readonly trades: readonly TradeRow[];
  readonly fills: readonly FillRow[];
}

export interface MarketData {
  readonly symbol: string;
  readonly tickSize: number;
  readonly stepSize: number;
  readonly open: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly close: readonly (number | null)[];
}

/** A trade in the order of its columns; market, strategy and reasons are places in their lists. */
export type TradeRow = readonly [
  market: number,
  strategy: number,
  entryTime: number,
  exitTime: number,
  quantity: number,
  entryPrice: number,
  exitPrice: number,
  profit: number,
  rate: number,
  fees: number,
  entryReason: number,
  exitReason: number,
  exitKind: 'market' | 'limit' | 'stop' | 'target',
];

/** A fill in the order of its columns. */
export type FillRow = readonly [
  market: number,
  time: number,
  side: 'buy' | 'sell',
  kind: 'market' | 'limit' | 'stop' | 'target',
  price: number,
  quantity: number,
  reason: number,
];

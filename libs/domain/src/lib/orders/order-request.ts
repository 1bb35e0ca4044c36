import type { Amount } from '../money/amount.ts';
import type { Price, Quantity } from '../money/ticks-and-lots.ts';

/** Buying base with quote, or selling it for quote. */
export type Side = 'buy' | 'sell';

/** At the best price there is, for a quantity of base. */
export interface MarketOrder {
  readonly type: 'market';
  readonly side: Side;
  readonly quantity: Quantity;
}

/** Buys at the best price there is, for an amount of quote: the way to spend exactly what there is. */
export interface MarketQuoteOrder {
  readonly type: 'marketQuote';
  readonly side: 'buy';
  readonly quoteAmount: Amount;
}

/** At `price` or better; rests until filled or cancelled. `postOnly` refuses to take liquidity. */
export interface LimitOrder {
  readonly type: 'limit';
  readonly side: Side;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly postOnly: boolean;
}

/** Becomes a market order when the market trades at `stopPrice` or worse. */
export interface StopOrder {
  readonly type: 'stop';
  readonly side: Side;
  readonly quantity: Quantity;
  readonly stopPrice: Price;
}

/** What is asked of the exchange, in whole ticks and lots. */
export type OrderRequest = MarketOrder | MarketQuoteOrder | LimitOrder | StopOrder;

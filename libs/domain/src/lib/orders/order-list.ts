import type { Price, Quantity } from '../money/ticks-and-lots.ts';
import type { LimitOrder, MarketQuoteOrder, OrderRequest, Side } from './order-request.ts';

/** An order of a list, under a name of its own. */
export interface ListedOrder<Request extends OrderRequest> {
  readonly clientOrderId: string;
  readonly request: Request;
}

/** Two orders for one quantity, of which one fill ends the other: a limit that takes profit, and a stop that ends a loss. */
export interface OrderPair {
  readonly side: Side;
  readonly quantity: Quantity;
  /** Above the market for a sell, below it for a buy; it may not take. */
  readonly target: { readonly clientOrderId: string; readonly price: Price };
  /** On the other side of the market; becomes a market order when it is reached. */
  readonly stop: { readonly clientOrderId: string; readonly stopPrice: Price };
}

/**
 * Orders that depend on each other on the exchange: one cancels the other; one triggers the other; one triggers a pair.
 * What is triggered goes to the market when the working order has been filled whole, and not before.
 */
export type OrderList =
  | { readonly type: 'oco'; readonly pair: OrderPair }
  | {
      readonly type: 'oto';
      readonly working: ListedOrder<LimitOrder>;
      readonly pending: ListedOrder<Exclude<OrderRequest, MarketQuoteOrder>>;
    }
  | { readonly type: 'otoco'; readonly working: ListedOrder<LimitOrder>; readonly pair: OrderPair };

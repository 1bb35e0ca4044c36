import type { Amount } from '../money/amount.ts';
import type { Quantity } from '../money/ticks-and-lots.ts';
import type { OrderRequest } from './order-request.ts';

/** What an order is for; only risk makes stops and targets. */
export type OrderPurpose = 'entry' | 'exit' | 'stop' | 'target';

/** How far an order is. Only working orders are kept in the state; a final one has left it. */
export type OrderState =
  /** Not sent: the orders named must end first, since they hold what this one needs. */
  | { readonly kind: 'waiting'; readonly for: readonly string[] }
  /** Sent, not answered; a cancel wished meanwhile goes out behind the answer. */
  | { readonly kind: 'pendingNew'; readonly thenCancel: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'pendingCancel' }
  /** The answer was lost: it may or may not live on the exchange, and stays reserved until that is known. */
  | { readonly kind: 'unknown'; readonly thenCancel: boolean }
  | { readonly kind: 'filled' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'rejected'; readonly reason: string };

/** An order of ours: the facts that were asked for, and how far it is. */
export interface Order {
  readonly clientOrderId: string;
  /** The number in the client order id; orders are kept sorted by it. */
  readonly sequence: number;
  readonly strategyId: string;
  /** The strategy's own name for it, such as `grid:7`; null for protective orders, which belong to risk. */
  readonly slot: string | null;
  readonly symbol: string;
  readonly purpose: OrderPurpose;
  readonly request: OrderRequest;
  /** The other order of a one-cancels-the-other pair. */
  readonly pairedWith: string | null;
  /** The protection that the entry asked for, in quote per base; null where risk's own rule holds. */
  readonly plan: ProtectionPlan | null;
  readonly reason: string;
  readonly placedTime: number;
  /** 1, or of an order of risk's own the how-manyth in a row: the exchange has ended those before it at once. */
  readonly attempt: number;
  readonly filled: Quantity;
  /** What it still holds back, in smallest units: quote for a buy, base for a sell; 0 while it waits. */
  readonly reserved: Amount;
  /** The newest trade counted, so that a report told twice counts once; -1 before the first. */
  readonly lastTradeId: number;
  readonly state: OrderState;
}

/** Where a position is to be protected, as prices in quote per base. */
export interface ProtectionPlan {
  readonly stopPrice: number | null;
  readonly targetPrice: number | null;
}

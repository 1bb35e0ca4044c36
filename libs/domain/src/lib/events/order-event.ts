import type { Amount } from '../money/amount.ts';
import type { Price, Quantity } from '../money/ticks-and-lots.ts';
import type { Side } from '../orders/order-request.ts';

interface AboutOrder {
  readonly time: number;
  readonly symbol: string;
  readonly clientOrderId: string;
}

/** The exchange has taken the order. */
export interface OrderAccepted extends AboutOrder {
  readonly kind: 'orderAccepted';
}

/** The exchange has not taken the order: nothing of it lives. */
export interface OrderRejected extends AboutOrder {
  readonly kind: 'orderRejected';
  readonly reason: string;
}

/** No answer came: only asking the exchange can tell whether the order lives. */
export interface OrderUnknown extends AboutOrder {
  readonly kind: 'orderUnknown';
}

/** One trade of ours. */
export interface OrderFilled extends AboutOrder {
  readonly kind: 'orderFilled';
  /** Ascending within an order; a number already counted is a report told twice. */
  readonly tradeId: number;
  readonly price: Price;
  readonly quantity: Quantity;
  /** Price times quantity, as the exchange booked it, in the quote asset's smallest unit. */
  readonly notional: Amount;
  /** In the smallest unit of `feeAsset`. */
  readonly fee: Amount;
  readonly feeAsset: string;
  readonly liquidity: 'maker' | 'taker';
  /** Whether nothing of the order is left open by this trade. */
  readonly complete: boolean;
  /** What a reader of the fill should know, such as a buy that was reduced to what the balance allowed. */
  readonly note: string | null;
}

/** The order has ended by a cancel; what was filled before stays filled. */
export interface OrderCancelled extends AboutOrder {
  readonly kind: 'orderCancelled';
}

/** The exchange ended the order by its own rules. */
export interface OrderExpired extends AboutOrder {
  readonly kind: 'orderExpired';
  readonly reason: string;
}

/** The exchange states a balance, which beats our own count. */
export interface BalanceSet {
  readonly kind: 'balanceSet';
  readonly time: number;
  readonly asset: string;
  readonly free: Amount;
  readonly locked: Amount;
}

/** Everything in doubt has been asked for and answered. */
export interface Reconciled {
  readonly kind: 'reconciled';
  readonly time: number;
}

/** An order on our account that we did not place. */
export interface ForeignOrder extends AboutOrder {
  readonly kind: 'foreignOrder';
  readonly side: Side;
  readonly quantity: Quantity;
}

/** What is told of our orders and balances. */
export type OrderEvent =
  | OrderAccepted
  | OrderRejected
  | OrderUnknown
  | OrderFilled
  | OrderCancelled
  | OrderExpired
  | BalanceSet
  | Reconciled
  | ForeignOrder;

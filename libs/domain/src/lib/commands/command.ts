import type { Json } from '../json/json.ts';
import type { OrderPurpose } from '../orders/order.ts';
import type { LimitOrder, OrderRequest, StopOrder } from '../orders/order-request.ts';

/** Send this order. */
export interface PlaceOrder {
  readonly kind: 'place';
  readonly time: number;
  readonly strategyId: string;
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly purpose: OrderPurpose;
  readonly request: OrderRequest;
  readonly reason: string;
}

/** Send a one-cancels-the-other pair: the position is sold at the target or at the stop, whichever trades first. */
export interface PlacePair {
  readonly kind: 'placePair';
  readonly time: number;
  readonly strategyId: string;
  readonly symbol: string;
  readonly stop: { readonly clientOrderId: string; readonly request: StopOrder };
  readonly target: { readonly clientOrderId: string; readonly request: LimitOrder };
  readonly reason: string;
}

/** Cancel this order; one leg of a pair takes the other with it. */
export interface CancelOrder {
  readonly kind: 'cancel';
  readonly time: number;
  readonly strategyId: string;
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly reason: string;
}

/** What goes to the exchange. */
export type OrderCommand = PlaceOrder | PlacePair | CancelOrder;

/** Tell the step, at `fireTime` (ms UTC), by a `timerFired` of this name; the same name again moves it. */
export interface SetTimer {
  readonly kind: 'setTimer';
  readonly time: number;
  readonly strategyId: string;
  readonly name: string;
  readonly fireTime: number;
}

/** Do this heavy work off the step, and tell its outcome by a `computed` event. */
export interface Compute {
  readonly kind: 'compute';
  readonly time: number;
  readonly strategyId: string;
  readonly task: string;
  readonly input: Json;
}

/** An intent that risk refused, with every limit that was in its way. */
export interface ReportRefusal {
  readonly kind: 'refused';
  readonly time: number;
  readonly strategyId: string;
  readonly slot: string;
  readonly refusals: readonly Refusal[];
}

/** One limit in the way of an intent: what it allows and what was observed. */
export interface Refusal {
  readonly limit: string;
  readonly allowed: number | string;
  readonly observed: number | string;
  readonly reason: string;
}

/** Something a person should see: a limit that stopped trading, or a report that cannot be. */
export interface Alert {
  readonly kind: 'alert';
  readonly time: number;
  readonly code: string;
  readonly message: string;
}

/** Everything that the trading step can ask of its shell; `time` is that of the event that led to it, in ms UTC. */
export type Command = OrderCommand | SetTimer | Compute | ReportRefusal | Alert;

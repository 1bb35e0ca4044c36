import type { Json } from '../json/json.ts';
import type { Side } from '../orders/order-request.ts';

/** How much is wanted. */
export type Size =
  /** An exact quantity, in base. */
  | { readonly by: 'quantity'; readonly quantity: number }
  /** As much as this amount of quote buys. */
  | { readonly by: 'quote'; readonly quote: number }
  /** What the limits of risk give: by risk per trade where it is set, else by amount per trade. */
  | { readonly by: 'risk' }
  /** The whole position; for sells. */
  | { readonly by: 'position' };

/** At which price: at once, or resting at a limit in quote per base. */
export type Pricing = { readonly type: 'market' } | { readonly type: 'limit'; readonly price: number };

/** An order under a name of the strategy's own, its slot. A slot holds one order at a time. */
export interface PlaceIntent {
  readonly kind: 'place';
  readonly slot: string;
  readonly symbol: string;
  readonly side: Side;
  readonly size: Size;
  readonly pricing: Pricing;
  /** Why, with the numbers that decided; shown in reports. */
  readonly reason: string;
}

/** An entry that names its own protection: prices in quote per base, null to leave it to the limits of risk. */
export interface BracketIntent {
  readonly kind: 'bracket';
  readonly slot: string;
  readonly symbol: string;
  readonly side: 'buy';
  readonly size: Size;
  readonly pricing: Pricing;
  readonly stopPrice: number | null;
  readonly targetPrice: number | null;
  readonly reason: string;
}

/** Moves the resting order of a slot to another limit and size; the new one waits for the end of the old one. */
export interface ReplaceIntent {
  readonly kind: 'replace';
  readonly slot: string;
  readonly size: Size;
  readonly price: number;
  readonly reason: string;
}

/** Takes the order of a slot back. */
export interface CancelIntent {
  readonly kind: 'cancel';
  readonly slot: string;
  readonly reason: string;
}

/** Asks to be woken at `time` (ms UTC) by a `timerFired` of this name; setting a name again moves it. */
export interface SetTimerIntent {
  readonly kind: 'setTimer';
  readonly name: string;
  readonly time: number;
}

/** Asks for heavy work off the step; the answer comes as a `computed` event. */
export interface ComputeIntent {
  readonly kind: 'compute';
  readonly task: string;
  readonly input: Json;
}

/** What a strategy may want of its orders. */
export type OrderIntent = PlaceIntent | BracketIntent | ReplaceIntent | CancelIntent;

/** What a strategy may want. */
export type Intent = OrderIntent | SetTimerIntent | ComputeIntent;

import type { CancelOrder, PlaceOrder, PlacePair } from '../commands/command.ts';
import type { Quantity } from '../money/ticks-and-lots.ts';
import type { Side } from '../orders/order-request.ts';

/** An order as the exchange knows it. */
export interface VenueOrder {
  readonly symbol: string;
  readonly clientOrderId: string;
  /** The exchange's own name for it. */
  readonly venueOrderId: string;
  readonly side: Side;
  readonly quantity: Quantity;
  readonly filled: Quantity;
  /** `other` for a status that we do not know: it may be open. */
  readonly status: 'waiting' | 'open' | 'filled' | 'cancelled' | 'rejected' | 'expired' | 'other';
}

/** The exchange has it, or has taken it and is done with it. */
export interface OrderIsThere {
  readonly kind: 'accepted';
  readonly order: VenueOrder;
}

/** For certain not done: the exchange has refused it, or it never left. */
export interface OrderWasRefused {
  readonly kind: 'rejected';
  /** The exchange's code; null where it never left. */
  readonly code: number | null;
  readonly reason: string;
}

/** Perhaps done: only asking can tell, and sending again never does. */
export interface OrderInDoubt {
  readonly kind: 'unknown';
  readonly reason: string;
}

/** The order is there, is not, or nobody knows. */
export type PlaceAnswer = OrderIsThere | OrderWasRefused | OrderInDoubt;
/** The order has ended, the cancel was refused, or nobody knows. */
export type CancelAnswer =
  { readonly kind: 'cancelled'; readonly order: VenueOrder } | OrderWasRefused | OrderInDoubt;
/** `absent`: the exchange knows no such order, as far as its answer goes. */
export type QueryAnswer = OrderIsThere | { readonly kind: 'absent' } | OrderInDoubt;

/** Where orders go. None of its answers is ever guessed, and nothing is sent twice. */
export interface OrderVenue {
  place(order: PlaceOrder): Promise<PlaceAnswer>;
  placePair(pair: PlacePair): Promise<readonly [stop: PlaceAnswer, target: PlaceAnswer]>;
  cancel(order: CancelOrder): Promise<CancelAnswer>;
  query(symbol: string, clientOrderId: string): Promise<QueryAnswer>;
}

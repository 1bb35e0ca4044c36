import type { OrderInDoubt, OrderWasRefused, VenueOrder } from '@org/domain';
import type { WireOrder } from './order-schema.ts';

/** What an answer says of a placement; the orders themselves are `told`. */
export type Placement = { readonly kind: 'accepted' } | OrderWasRefused | OrderInDoubt;

/** Is told all that becomes known of orders by asking, and may know from elsewhere what no answer has said yet. */
export interface OrderWitness {
  /** Orders are about to be sent in one request. Gives a reason where they must not be. */
  sending(symbol: string, clientOrderIds: readonly string[]): string | null;
  /** What has become of one of them, as far as the answer goes. */
  answered(symbol: string, clientOrderId: string, answer: Placement): void;
  /** The exchange has not known it for so long that it never will. */
  absent(symbol: string, clientOrderId: string): void;
  /** A cancel came too late or was not answered: what the order is now, only asking can tell. */
  notCancelled(symbol: string, clientOrderId: string): void;
  /** An order in any answer. Gives it in our words, as that answer tells it; null where it was not read. */
  told(order: WireOrder): VenueOrder | null;
  /** The order as far as anybody has told; null where nobody has. */
  known(symbol: string, clientOrderId: string): VenueOrder | null;
}

/** Knows nothing and minds nothing. */
export const NO_WITNESS: OrderWitness = {
  sending: () => null,
  answered: () => undefined,
  absent: () => undefined,
  notCancelled: () => undefined,
  told: () => null,
  known: () => null,
};

import type { Decimal } from '@org/domain';

/** What filters look at besides the order itself; what the caller does not know is null and not checked. */
export interface OrderSurroundings {
  /** The price that the exchange compares with: its reference price, or its average, in quote per base. */
  readonly referencePrice: Decimal | null;
  /** Open on this market, all of them. */
  readonly openOrders: number | null;
  /** Open on this market, of those that wait for a trigger. */
  readonly openAlgoOrders: number | null;
}

export const NOTHING_KNOWN: OrderSurroundings = {
  referencePrice: null,
  openOrders: null,
  openAlgoOrders: null,
};

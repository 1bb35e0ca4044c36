import type { Amount, OrderRequest, Quantity } from '@org/domain';

/** An open order as the exchange lists it. */
export interface OpenOrder {
  readonly symbol: string;
  readonly clientOrderId: string;
  readonly request: OrderRequest;
  /** What is still to be traded; 0 for a buy by quote, whose lots the price decides. */
  readonly remaining: Quantity;
  /** What is held back for it, in smallest units: quote for a buy, base for a sell. The stop of a pair holds for both. */
  readonly locked: Amount;
}

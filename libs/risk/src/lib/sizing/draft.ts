import type { Amount, OrderRequest, Price, ProtectionPlan, Quantity, Refusal } from '@org/domain';

/** An order that has a size and has not been held against the limits yet. */
export interface Draft {
  readonly purpose: 'entry' | 'exit';
  readonly request: OrderRequest;
  /** What it is taken to trade at: its limit, or the last known price. */
  readonly price: Price;
  /** What it trades; for a market buy, what its amount buys at the last known price. */
  readonly lots: Quantity;
  /** What it costs or brings, in the quote asset's smallest units; for a market sell, at the last known price. */
  readonly notional: Amount;
  readonly plan: ProtectionPlan | null;
}

/** A draft, or why there is none. */
export type Drafted = Draft | Refusal;

export function isRefusal(drafted: Drafted): drafted is Refusal {
  return 'limit' in drafted;
}

import type { OrderRequest, ProtectionPlan } from '@org/domain';

/** An order whose size is settled, in the terms of the exchange. */
export interface SizedOrder {
  readonly strategyId: string;
  /** The strategy's own name for it; `risk:flatten` where risk itself sells. */
  readonly slot: string;
  readonly symbol: string;
  readonly purpose: 'entry' | 'exit';
  readonly request: OrderRequest;
  /** The protection that the entry named; null leaves it to the limits. */
  readonly plan: ProtectionPlan | null;
  readonly reason: string;
}

import type { Refusal, RiskLimits } from '@org/domain';
import { amountValue } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import type { Draft } from '../sizing/draft.ts';

/** How much quote may still go into this market; infinite without a limit, negative where it holds too much. */
export function positionRoom({ equity, exposure }: OrderView, { maxPosition }: RiskLimits): number {
  return maxPosition === null ? Infinity : maxPosition * equity - exposure;
}

/** With this entry, no more than `maxPosition` of the account's equity is in one market. */
export function checkMaxPosition(draft: Draft, view: OrderView, limits: RiskLimits): Refusal | null {
  if (limits.maxPosition === null) return null;
  const cost = amountValue(draft.notional, view.instrument.quote);
  if (cost <= positionRoom(view, limits)) return null;
  return {
    limit: 'maxPosition',
    allowed: limits.maxPosition * view.equity,
    observed: view.exposure + cost,
    reason: `too much ${view.instrument.quote.code} would be in ${view.instrument.symbol}`,
  };
}

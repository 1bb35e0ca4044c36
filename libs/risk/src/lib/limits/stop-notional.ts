import type { Refusal, RiskLimits } from '@org/domain';
import { amountValue, notional, ZERO } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import { stopTicks, wantsStop } from '../protection/stop-ticks.ts';
import type { Draft } from '../sizing/draft.ts';

/**
 * Every position rests behind its stop, and the exchange takes no stop that is worth less than its least notional. What is
 * bought must be worth that much at its stop, and not only at its entry.
 */
export function checkStopNotional(
  { price: fillPrice, lots, plan }: Draft,
  { instrument, protection }: OrderView,
  limits: RiskLimits,
): Refusal | null {
  if (protection !== 'position' || !wantsStop(plan, limits)) return null;
  const stopPrice = stopTicks({ instrument, fillPrice, plan }, limits);
  const { minNotional, quote } = instrument;
  const worth = stopPrice === null ? ZERO : notional(stopPrice, lots, instrument);
  if (worth >= minNotional) return null;
  return {
    limit: 'minNotional',
    allowed: amountValue(minNotional, quote),
    observed: amountValue(worth, quote),
    reason: `the exchange takes no stop worth less ${quote.code}, and what is bought would be held without one`,
  };
}

import type { ProtectionPlan, RiskLimits } from '@org/domain';
import { amountValue } from '@org/domain';
import type { OrderView } from '../approval/order-view.ts';
import { positionRoom } from '../limits/max-position.ts';

/**
 * The quote that an entry sized by risk spends, as a double. With `riskPerTrade` and a stop it is the amount that
 * loses that share of the strategy's equity when the stop is hit, `equity · riskPerTrade / ((entry − stop) / entry)`,
 * and never more than `amountPerTrade` of it; without one of them it is `amountPerTrade`. It is then fitted to what
 * `maxPosition` and the free cash leave. Where they leave too little for any order it stays as wanted, so that the
 * limit in the way can say so. An equity that is not finite gives a budget that is not.
 */
export function riskBudget(
  view: OrderView,
  limits: RiskLimits,
  entryPrice: number,
  plan: ProtectionPlan | null,
): number {
  const wanted = wantedQuote(view.strategyEquity, limits, stopDistance(limits, entryPrice, plan));
  if (!Number.isFinite(wanted)) return wanted;
  const { quote, factors } = view.instrument;
  const fitted = Math.min(wanted, positionRoom(view, limits), amountValue(view.cash, quote));
  return fitted >= factors.minNotional ? fitted : wanted;
}

function wantedQuote(
  equity: number,
  { amountPerTrade, riskPerTrade }: RiskLimits,
  distance: number | null,
): number {
  const most = equity * amountPerTrade;
  return riskPerTrade === null || distance === null
    ? most
    : Math.min(most, (equity * riskPerTrade) / distance);
}

/** How far the stop lies below the entry, as a fraction of the entry; null without a stop. */
function stopDistance(
  { stopLoss }: RiskLimits,
  entryPrice: number,
  plan: ProtectionPlan | null,
): number | null {
  const stopPrice = plan?.stopPrice ?? null;
  return stopPrice === null ? stopLoss : (entryPrice - stopPrice) / entryPrice;
}

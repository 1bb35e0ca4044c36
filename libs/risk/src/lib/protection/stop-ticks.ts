import type { Price, ProtectionPlan, RiskLimits, SpotInstrument } from '@org/domain';
import { price, priceValue, toPrice } from '@org/domain';
import { stopLevel } from './stop-level.ts';

/** What was bought, or is about to be. */
export interface Bought {
  readonly instrument: SpotInstrument;
  readonly fillPrice: Price;
  /** What the entry asked for; null leaves it to the limits. */
  readonly plan: ProtectionPlan | null;
}

/** Whether an entry is to have a stop: one that it names, or that of the limits. */
export function wantsStop(plan: ProtectionPlan | null, { stopLoss }: RiskLimits): boolean {
  return (plan?.stopPrice ?? stopLoss) !== null;
}

/**
 * Where the stop of what is bought rests, in ticks: at the price that the entry named, else `stopLoss` below the fill; one
 * tick below the fill at most. Null where no stop is wanted, and where there is no tick for it.
 */
export function stopTicks({ instrument, fillPrice, plan }: Bought, { stopLoss }: RiskLimits): Price | null {
  const level =
    plan?.stopPrice ?? (stopLoss === null ? null : stopLevel(priceValue(fillPrice, instrument), stopLoss));
  if (level === null) return null;
  const ticks = Math.min(toPrice(level, instrument, 'up'), fillPrice - 1);
  return ticks > 0 ? price(ticks) : null;
}

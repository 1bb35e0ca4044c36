import type { Position, Refusal, RiskLimits } from '@org/domain';
import { stopLevel } from './stop-level.ts';

/**
 * The watched stop of a whole inventory: what was lost, once the market (quote per base) is at or below `stopLoss`
 * under the average price paid. Null while it is above, when flat, or without a stop.
 */
export function inventoryBreach(
  { symbol, size, averagePrice }: Position,
  markPrice: number,
  { stopLoss }: RiskLimits,
): Refusal | null {
  if (stopLoss === null || !(size > 0) || !(markPrice <= stopLevel(averagePrice, stopLoss))) return null;
  return {
    limit: 'stopLoss',
    allowed: stopLoss,
    observed: (averagePrice - markPrice) / averagePrice,
    reason: `${symbol} is at ${markPrice}, bought at ${averagePrice} on average`,
  };
}

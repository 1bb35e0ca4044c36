import type { LimitOrder, Price, Quantity, RiskLimits, SpotInstrument, StopOrder } from '@org/domain';
import { notional, price, priceValue, quantity, toPrice } from '@org/domain';
import type { Approved } from '../approval/approved.ts';
import { approve } from '../approval/approved.ts';
import type { Bought } from './stop-ticks.ts';
import { stopTicks } from './stop-ticks.ts';

/** An entry that was filled and rests unprotected. */
export interface FillToProtect extends Bought {
  /** The lots that no protection covers yet. */
  readonly uncovered: Quantity;
}

/** The orders that protect a position; with both, one cancels the other. */
export interface Protection {
  readonly stop: StopOrder | null;
  readonly target: LimitOrder | null;
}

/**
 * The stop and target of a filled entry: what the entry named, else a stop `stopLoss` below the fill and a target
 * `takeProfitRatio` times as far above it as the stop lies below. Both round up to the tick. Where the market has gone
 * past a named price, the stop goes one tick below the fill and the target one tick above it, which the exchange takes.
 * Of more than one order may hold it covers what one may. Null where both are off, or too small for the exchange.
 */
export function protectFill(fill: FillToProtect, limits: RiskLimits): Approved<Protection> | null {
  const { instrument, uncovered } = fill;
  const stopPrice = stopTicks(fill, limits);
  const targetPrice = targetTicks(fill, limits, stopPrice);
  const lots = quantity(Math.min(uncovered, instrument.maxQuantity));
  const lowest = stopPrice ?? targetPrice;
  if (lowest === null || lots < Math.max(1, instrument.minQuantity)) return null;
  if (notional(lowest, lots, instrument) < instrument.minNotional) return null;
  return approve<Protection>({
    stop: stopPrice === null ? null : { type: 'stop', side: 'sell', quantity: lots, stopPrice },
    target:
      targetPrice === null
        ? null
        : { type: 'limit', side: 'sell', quantity: lots, price: targetPrice, postOnly: false },
  });
}

function targetTicks(
  { instrument, fillPrice, plan }: FillToProtect,
  { takeProfitRatio }: RiskLimits,
  stopPrice: Price | null,
): Price | null {
  const level = plan?.targetPrice ?? ratioLevel(instrument, fillPrice, stopPrice, takeProfitRatio);
  return level === null ? null : price(Math.max(toPrice(level, instrument, 'up'), fillPrice + 1));
}

function ratioLevel(
  instrument: SpotInstrument,
  fillPrice: Price,
  stopPrice: Price | null,
  takeProfitRatio: number | null,
): number | null {
  if (stopPrice === null || takeProfitRatio === null) return null;
  const entry = priceValue(fillPrice, instrument);
  return entry + takeProfitRatio * (entry - priceValue(stopPrice, instrument));
}

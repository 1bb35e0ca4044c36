import type { Quantity, SpotInstrument } from '@org/domain';
import { quantity } from '@org/domain';
import type { Approved } from './approved.ts';
import { approve } from './approved.ts';
import type { SizedOrder } from './sized-order.ts';

const FLATTEN_SLOT = 'risk:flatten';

/**
 * A sell of everything at the market, which no limit stops. Of more than one order may hold it sells as much as one
 * may; null where the exchange takes no order that small.
 */
export function approveFlatten(
  strategyId: string,
  symbol: string,
  lots: Quantity,
  reason: string,
  instrument: SpotInstrument,
): Approved<SizedOrder> | null {
  if (lots < Math.max(1, instrument.minQuantity)) return null;
  const sold = quantity(Math.min(lots, instrument.maxQuantity));
  return approve<SizedOrder>({
    strategyId,
    slot: FLATTEN_SLOT,
    symbol,
    purpose: 'exit',
    request: { type: 'market', side: 'sell', quantity: sold },
    plan: null,
    reason,
  });
}

import type { Amount, SpotInstrument, VenueOrder } from '@org/domain';
import { amountIn, wholeLots } from '@org/domain';
import type { WireOrder } from './order-schema.ts';

const STATUS: Readonly<Record<string, VenueOrder['status']>> = {
  PENDING_NEW: 'waiting',
  NEW: 'open',
  PARTIALLY_FILLED: 'open',
  FILLED: 'filled',
  CANCELED: 'cancelled',
  REJECTED: 'rejected',
  EXPIRED: 'expired',
  EXPIRED_IN_MATCH: 'expired',
};

/** An order in whole lots, and exactly: what was asked for and what of it was traded, in the base asset's smallest units. */
export interface MeasuredOrder {
  readonly order: VenueOrder;
  readonly quantity: Amount;
  readonly executed: Amount;
}

/** An order of the exchange in our words, its numbers read once. */
export function measuredOrder(wire: WireOrder, instrument: SpotInstrument): MeasuredOrder {
  const quantity = amountIn(wire.origQty, instrument.base);
  const executed = amountIn(wire.executedQty, instrument.base);
  const order: VenueOrder = {
    symbol: wire.symbol,
    clientOrderId: wire.origClientOrderId ?? wire.clientOrderId,
    venueOrderId: String(wire.orderId),
    side: wire.side === 'SELL' ? 'sell' : 'buy',
    quantity: wholeLots(quantity, instrument),
    filled: wholeLots(executed, instrument),
    status: STATUS[wire.status] ?? 'other',
  };
  return { order, quantity, executed };
}

export function venueOrder(wire: WireOrder, instrument: SpotInstrument): VenueOrder {
  return measuredOrder(wire, instrument).order;
}

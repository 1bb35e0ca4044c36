import type { Quantity, SpotInstrument, VenueOrder } from '@org/domain';
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

/** An order of the exchange in our words. */
export function venueOrder(order: WireOrder, instrument: SpotInstrument): VenueOrder {
  return {
    symbol: order.symbol,
    clientOrderId: order.origClientOrderId ?? order.clientOrderId,
    venueOrderId: String(order.orderId),
    side: order.side === 'SELL' ? 'sell' : 'buy',
    quantity: lots(order.origQty, instrument),
    filled: lots(order.executedQty, instrument),
    status: STATUS[order.status] ?? 'other',
  };
}

function lots(text: string, instrument: SpotInstrument): Quantity {
  return wholeLots(amountIn(text, instrument.base), instrument);
}

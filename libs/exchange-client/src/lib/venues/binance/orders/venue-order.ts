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

const MOST_LOTS = BigInt(Number.MAX_SAFE_INTEGER);

/** An order in whole lots, and exactly: what was asked for and what of it was traded, in the base asset's smallest units. */
export interface MeasuredOrder {
  readonly order: VenueOrder;
  readonly quantity: Amount;
  readonly executed: Amount;
}

/**
 * An order of the exchange in our words, its numbers read once; undefined for more lots than can be counted exactly, of
 * which nothing could be said.
 */
export function measuredOrder(wire: WireOrder, instrument: SpotInstrument): MeasuredOrder | undefined {
  const quantity = amountIn(wire.origQty, instrument.base);
  const executed = amountIn(wire.executedQty, instrument.base);
  if (!isCountable(quantity, instrument) || !isCountable(executed, instrument)) return undefined;
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

export function venueOrder(wire: WireOrder, instrument: SpotInstrument): VenueOrder | undefined {
  return measuredOrder(wire, instrument)?.order;
}

/** Several, or undefined where one of them cannot be read. */
export function venueOrders(
  orders: readonly WireOrder[],
  instrument: SpotInstrument,
): readonly VenueOrder[] | undefined {
  const read = orders.flatMap((order) => venueOrder(order, instrument) ?? []);
  return read.length === orders.length ? read : undefined;
}

function isCountable(units: Amount, { unitsPerLot }: SpotInstrument): boolean {
  return units / unitsPerLot <= MOST_LOTS;
}

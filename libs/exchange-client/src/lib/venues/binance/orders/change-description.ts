import type { PlaceOrder, Quantity, SpotInstrument } from '@org/domain';
import { formatQuantity } from '@org/domain';
import type { RequestDescription } from '../rest/request-description.ts';
import { describePlace } from './order-description.ts';

/** The new order's own words, and which order it takes the place of. */
export function describeReplace(
  oldClientOrderId: string,
  place: Pick<PlaceOrder, 'clientOrderId' | 'request'>,
  instrument: SpotInstrument,
  ifCancelFails: 'stop' | 'placeAnyway',
): RequestDescription {
  const placing = describePlace(place, instrument);
  return {
    ...placing,
    path: '/api/v3/order/cancelReplace',
    parameters: {
      ...placing.parameters,
      cancelReplaceMode: ifCancelFails === 'stop' ? 'STOP_ON_FAILURE' : 'ALLOW_FAILURE',
      cancelOrigClientOrderId: oldClientOrderId,
    },
  };
}

/** Without a name the exchange would give the order one by chance: it keeps its own. */
export function describeAmend(
  clientOrderId: string,
  quantity: Quantity,
  instrument: SpotInstrument,
): RequestDescription {
  return {
    method: 'PUT',
    path: '/api/v3/order/amend/keepPriority',
    isSigned: true,
    parameters: {
      symbol: instrument.symbol,
      origClientOrderId: clientOrderId,
      newClientOrderId: clientOrderId,
      newQty: formatQuantity(quantity, instrument),
    },
  };
}

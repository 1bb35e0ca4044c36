import type { OrderList, OrderPair, PlaceList, Side, SpotInstrument } from '@org/domain';
import { formatPrice, formatQuantity } from '@org/domain';
import type { QueryParameters } from '../../../signing/percent-encoding.ts';
import { endpointOf } from '../rest/endpoint-catalogue.ts';
import type { RequestDescription } from '../rest/request-description.ts';
import { sideWord, termsOf } from './order-description.ts';

const QUERY_LIST = endpointOf((spot) => spot.getOco());
const CANCEL_LIST = endpointOf((spot) => spot.cancelOco('BTCUSDT'));

/** A list in the exchange's words: every order of it with a prefix that says what part it plays. */
export function describeList(
  { listClientOrderId, list }: Pick<PlaceList, 'listClientOrderId' | 'list'>,
  instrument: SpotInstrument,
): RequestDescription {
  return {
    method: 'POST',
    path: `/api/v3/orderList/${list.type}`,
    isSigned: true,
    parameters: {
      symbol: instrument.symbol,
      listClientOrderId,
      newOrderRespType: 'RESULT',
      ...partsOf(list, instrument),
    },
  };
}

export function describeListQuery(listClientOrderId: string): RequestDescription {
  return { ...QUERY_LIST, parameters: { origClientOrderId: listClientOrderId } };
}

export function describeListCancel(symbol: string, listClientOrderId: string): RequestDescription {
  return { ...CANCEL_LIST, parameters: { symbol, listClientOrderId } };
}

function partsOf(list: OrderList, instrument: SpotInstrument): QueryParameters {
  switch (list.type) {
    case 'oco': {
      const { side, quantity } = list.pair;
      return {
        side: sideWord(side),
        quantity: formatQuantity(quantity, instrument),
        ...legsOf(list.pair, instrument, ''),
      };
    }
    case 'oto':
      return {
        ...orderOf(list.working, instrument, 'working'),
        ...orderOf(list.pending, instrument, 'pending'),
      };
    case 'otoco': {
      const { side, quantity } = list.pair;
      return {
        ...orderOf(list.working, instrument, 'working'),
        pendingSide: sideWord(side),
        pendingQuantity: formatQuantity(quantity, instrument),
        ...legsOf(list.pair, instrument, 'pending'),
      };
    }
  }
}

type Listed = Extract<OrderList, { readonly type: 'oto' }>['working' | 'pending'];

function orderOf(
  { clientOrderId, request }: Listed,
  instrument: SpotInstrument,
  prefix: string,
): QueryParameters {
  const { type, timeInForce, exact } = termsOf(request, instrument);
  return prefixed(prefix, { type, side: sideWord(request.side), clientOrderId, timeInForce, ...exact });
}

/** A sell takes profit above and ends its loss below, a buy the other way round. */
function legsOf(
  { side, target, stop }: OrderPair,
  instrument: SpotInstrument,
  prefix: string,
): QueryParameters {
  const [targetPlace, stopPlace] = placesOf(side);
  return {
    ...prefixed(joined(prefix, targetPlace), {
      type: 'LIMIT_MAKER',
      clientOrderId: target.clientOrderId,
      price: formatPrice(target.price, instrument),
    }),
    ...prefixed(joined(prefix, stopPlace), {
      type: 'STOP_LOSS',
      clientOrderId: stop.clientOrderId,
      stopPrice: formatPrice(stop.stopPrice, instrument),
    }),
  };
}

function placesOf(side: Side): readonly [target: string, stop: string] {
  return side === 'sell' ? ['above', 'below'] : ['below', 'above'];
}

function prefixed(prefix: string, parameters: QueryParameters): QueryParameters {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [joined(prefix, name), value]));
}

/** `pending` and `above` are `pendingAbove`. */
function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

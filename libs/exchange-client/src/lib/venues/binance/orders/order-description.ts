import { OrderType, Side, TimeInForce } from '@binance/connector-typescript';
import type { OrderRequest, PlaceOrder, PlacePair, Side as DomainSide, SpotInstrument } from '@org/domain';
import { formatAmount, formatPrice, formatQuantity } from '@org/domain';
import type { ExactDecimals } from '../rest/endpoint-catalogue.ts';
import { endpointOf } from '../rest/endpoint-catalogue.ts';
import type { RequestDescription } from '../rest/request-description.ts';

const NEW_ORDER = endpointOf((spot) => spot.newOrder('BTCUSDT', Side.BUY, OrderType.LIMIT));
const CANCEL_ORDER = endpointOf((spot) => spot.cancelOrder('BTCUSDT'));
const QUERY_ORDER = endpointOf((spot) => spot.getOrder('BTCUSDT'));

interface Terms {
  readonly type: OrderType;
  readonly timeInForce?: TimeInForce;
  readonly exact: ExactDecimals;
}

/**
 * An order in the exchange's words, its prices and quantities as exact decimals. A stop becomes a market order when it
 * is triggered; a limit that may not take is a `LIMIT_MAKER`.
 */
export function describePlace(
  { clientOrderId, request }: Pick<PlaceOrder, 'clientOrderId' | 'request'>,
  instrument: SpotInstrument,
): RequestDescription {
  const { type, exact, timeInForce } = termsOf(request, instrument);
  return {
    ...NEW_ORDER,
    parameters: {
      symbol: instrument.symbol,
      side: sideWord(request.side),
      type,
      timeInForce,
      newClientOrderId: clientOrderId,
      ...exact,
      newOrderRespType: 'FULL',
    },
  };
}

/** A pair that sells one quantity: at the target above, or by the stop below, and never both. */
export function describePair(
  { stop, target }: Pick<PlacePair, 'stop' | 'target'>,
  instrument: SpotInstrument,
): RequestDescription {
  return {
    method: 'POST',
    path: '/api/v3/orderList/oco',
    isSigned: true,
    parameters: {
      symbol: instrument.symbol,
      side: sideWord(stop.request.side),
      quantity: formatQuantity(stop.request.quantity, instrument),
      aboveType: 'LIMIT_MAKER',
      aboveClientOrderId: target.clientOrderId,
      abovePrice: formatPrice(target.request.price, instrument),
      belowType: 'STOP_LOSS',
      belowClientOrderId: stop.clientOrderId,
      belowStopPrice: formatPrice(stop.request.stopPrice, instrument),
      newOrderRespType: 'RESULT',
    },
  };
}

export function describeCancel(symbol: string, clientOrderId: string): RequestDescription {
  return { ...CANCEL_ORDER, parameters: { symbol, origClientOrderId: clientOrderId } };
}

export function describeQuery(symbol: string, clientOrderId: string): RequestDescription {
  return { ...QUERY_ORDER, parameters: { symbol, origClientOrderId: clientOrderId } };
}

/** Of an order of which only the exchange's own name is known. */
export function describeQueryById(symbol: string, venueOrderId: string): RequestDescription {
  return { ...QUERY_ORDER, parameters: { symbol, orderId: Number(venueOrderId) } };
}

export function termsOf(request: OrderRequest, instrument: SpotInstrument): Terms {
  switch (request.type) {
    case 'market':
      return { type: OrderType.MARKET, exact: { quantity: formatQuantity(request.quantity, instrument) } };
    case 'marketQuote':
      return {
        type: OrderType.MARKET,
        exact: { quoteOrderQty: formatAmount(request.quoteAmount, instrument.quote) },
      };
    case 'limit': {
      const exact = {
        quantity: formatQuantity(request.quantity, instrument),
        price: formatPrice(request.price, instrument),
      };
      return request.postOnly
        ? { type: OrderType.LIMIT_MAKER, exact }
        : { type: OrderType.LIMIT, timeInForce: TimeInForce.GTC, exact };
    }
    case 'stop':
      return {
        type: OrderType.STOP_LOSS,
        exact: {
          quantity: formatQuantity(request.quantity, instrument),
          stopPrice: formatPrice(request.stopPrice, instrument),
        },
      };
  }
}

export function sideWord(side: DomainSide): Side {
  return side === 'buy' ? Side.BUY : Side.SELL;
}

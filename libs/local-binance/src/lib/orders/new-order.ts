import type { OrderFeature, PlaceRequest } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { RefusedRequest } from '../errors/refusals.ts';
import { decimal } from '../parameters/decimals.ts';
import type { Parameters } from '../parameters/parameter.ts';
import { optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { oneOf } from '../parameters/words.ts';
import { clientOrderId } from './client-order-id.ts';
import { selfTradePrevention, side } from './order-words.ts';
import { listedOrder, TERMS } from './order-terms.ts';
import { gridOf } from './told-order.ts';
import type { Trader } from './trader.ts';

/** How much is told of a new order. */
export const responseType = oneOf(['ACK', 'RESULT', 'FULL']);

/** The parameters of an order that is placed alone. */
export const NEW_ORDER = {
  symbol: required(symbolName),
  side: required(side),
  ...TERMS,
  quantity: optional(decimal),
  quoteOrderQty: optional(decimal),
  newClientOrderId: optional(clientOrderId),
  selfTradePreventionMode: optional(selfTradePrevention),
  newOrderRespType: optional(responseType),
};

export type NewOrder = Parameters<typeof NEW_ORDER>;

/** A new order as the exchange takes it, or what it lacks. */
export function placeRequest(
  parameters: NewOrder,
  { world, account: { accountId } }: Trader,
): PlaceRequest | BinanceError {
  const grid = gridOf(world, parameters.symbol);
  if (isBinanceError(grid)) return grid;
  const order = listedOrder(
    { ...parameters, clientOrderId: parameters.newClientOrderId },
    (term) => term,
    grid,
  );
  if (isBinanceError(order)) return order;
  return {
    ...order,
    accountId,
    symbol: parameters.symbol,
    selfTradePrevention: parameters.selfTradePreventionMode,
  };
}

/** What an order asks of its market beyond its type. */
export function refusedOrder({ type, size, trailingDeltaBips }: PlaceRequest): RefusedRequest {
  const feature: OrderFeature =
    'quote' in size ? 'quoteQuantity' : trailingDeltaBips === null ? 'iceberg' : 'trailingStop';
  return { code: -2010, type, feature };
}

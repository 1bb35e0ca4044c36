import type { ListedOrder, SymbolGrid } from '@org/simulator';
import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { clientOrderId } from '../orders/client-order-id.ts';
import type { OrderTerms } from '../orders/order-terms.ts';
import { listedOrder, TERMS } from '../orders/order-terms.ts';
import { side, timeInForce } from '../orders/order-words.ts';
import { decimal } from '../parameters/decimals.ts';
import { wholeNumber } from '../parameters/integers.ts';
import type { Parameters } from '../parameters/parameter.ts';
import { optional, required } from '../parameters/parameter.ts';
import { LIST } from './list-terms.ts';
import { placeList } from './place-list.ts';

const PARAMETERS = {
  ...LIST,
  side: required(side),
  quantity: required(decimal),
  limitClientOrderId: optional(clientOrderId),
  price: required(decimal),
  limitStrategyId: TERMS.strategyId,
  limitStrategyType: TERMS.strategyType,
  limitIcebergQty: optional(decimal),
  trailingDelta: optional(wholeNumber),
  stopClientOrderId: optional(clientOrderId),
  stopPrice: required(decimal),
  stopStrategyId: TERMS.strategyId,
  stopStrategyType: TERMS.strategyType,
  stopLimitPrice: optional(decimal),
  stopIcebergQty: optional(decimal),
  stopLimitTimeInForce: optional(timeInForce),
};

type OldOco = Parameters<typeof PARAMETERS>;

/** The older way to a pair, deprecated and still in use: its limit order and its stop know where they belong. */
export const placeOldOco = defineSigned({
  rest: { method: 'POST', path: '/api/v3/order/oco' },
  socketMethod: 'orderList.place',
  security: 'trade',
  parameters: PARAMETERS,
  weigh: costsIfRefused(1),
  ordersPlaced: () => 2,
  handle: (call) =>
    placeList(call, 2, (basics, grid) => {
      const limit = limitOrder(call.parameters, grid);
      if (isBinanceError(limit)) return limit;
      const stop = stopOrder(call.parameters, grid);
      if (isBinanceError(stop)) return stop;
      const [above, below] = call.parameters.side === 'sell' ? [limit, stop] : [stop, limit];
      return { ...basics, kind: 'oco', above, below };
    }),
});

const NO_TERMS = {
  timeInForce: null,
  price: null,
  stopPrice: null,
  trailingDelta: null,
  quoteOrderQty: null,
  pegPriceType: null,
  pegOffsetType: null,
  pegOffsetValue: null,
};

function limitOrder(oco: OldOco, grid: SymbolGrid): ListedOrder | BinanceError {
  const terms: OrderTerms = {
    ...NO_TERMS,
    type: 'limitMaker',
    side: oco.side,
    quantity: oco.quantity,
    price: oco.price,
    icebergQty: oco.limitIcebergQty,
    clientOrderId: oco.limitClientOrderId,
    strategyId: oco.limitStrategyId,
    strategyType: oco.limitStrategyType,
  };
  return listedOrder(terms, (term) => (term === 'icebergQty' ? 'limitIcebergQty' : term), grid);
}

const STOP_NAMES: Readonly<Record<string, string>> = {
  price: 'stopLimitPrice',
  icebergQty: 'stopIcebergQty',
  timeInForce: 'stopLimitTimeInForce',
};

function stopOrder(oco: OldOco, grid: SymbolGrid): ListedOrder | BinanceError {
  const terms: OrderTerms = {
    ...NO_TERMS,
    type: oco.stopLimitPrice === null ? 'stopLoss' : 'stopLossLimit',
    side: oco.side,
    quantity: oco.quantity,
    price: oco.stopLimitPrice,
    stopPrice: oco.stopPrice,
    trailingDelta: oco.trailingDelta,
    timeInForce: oco.stopLimitTimeInForce,
    icebergQty: oco.stopIcebergQty,
    clientOrderId: oco.stopClientOrderId,
    strategyId: oco.stopStrategyId,
    strategyType: oco.stopStrategyType,
  };
  return listedOrder(terms, (term) => STOP_NAMES[term] ?? term, grid);
}

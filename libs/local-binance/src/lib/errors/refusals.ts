import type { ExchangeOrderType, ExchangeRefusal, FilterKind, OrderFeature } from '@org/simulator';
import type { BinanceError } from './binance-error.ts';
import { binanceError } from './binance-error.ts';

/** What was asked for, as far as it changes the words of a refusal. */
export interface RefusedRequest {
  /** The code of what the exchange itself refuses: to place, to cancel, to amend. */
  readonly code: -2010 | -2011 | -2038;
  readonly type?: ExchangeOrderType;
  /** What it needs the market to allow. */
  readonly feature?: OrderFeature;
}

export const PLACING: RefusedRequest = { code: -2010 };
export const CANCELLING: RefusedRequest = { code: -2011 };
export const AMENDING: RefusedRequest = { code: -2038, feature: 'amend' };

export const FILTER_WORDS: Readonly<Record<FilterKind, string>> = {
  price: 'PRICE_FILTER',
  lotSize: 'LOT_SIZE',
  marketLotSize: 'MARKET_LOT_SIZE',
  notional: 'NOTIONAL',
  minNotional: 'MIN_NOTIONAL',
  percentPrice: 'PERCENT_PRICE',
  percentPriceBySide: 'PERCENT_PRICE_BY_SIDE',
  icebergParts: 'ICEBERG_PARTS',
  maxOrders: 'MAX_NUM_ORDERS',
  maxAlgoOrders: 'MAX_NUM_ALGO_ORDERS',
  maxIcebergOrders: 'MAX_NUM_ICEBERG_ORDERS',
  maxOrderLists: 'MAX_NUM_ORDER_LISTS',
  maxOrderAmends: 'MAX_NUM_ORDER_AMENDS',
  exchangeMaxOrders: 'EXCHANGE_MAX_NUM_ORDERS',
  exchangeMaxAlgoOrders: 'EXCHANGE_MAX_NUM_ALGO_ORDERS',
  exchangeMaxIcebergOrders: 'EXCHANGE_MAX_NUM_ICEBERG_ORDERS',
  exchangeMaxOrderLists: 'EXCHANGE_MAX_NUM_ORDER_LISTS',
  maxPosition: 'MAX_POSITION',
  trailingDelta: 'TRAILING_DELTA',
};

const UNSUPPORTED_TYPE: Readonly<Record<ExchangeOrderType, string>> = {
  limit: 'Limit',
  limitMaker: 'Limit maker',
  market: 'Market',
  stopLoss: 'Stop loss',
  stopLossLimit: 'Stop loss limit',
  takeProfit: 'Take profit',
  takeProfitLimit: 'Take profit limit',
};

const UNSUPPORTED_FEATURE: Readonly<Record<OrderFeature, string>> = {
  iceberg: 'Iceberg orders are not supported for this symbol.',
  oneCancelsOther: 'OCO orders are not supported for this symbol',
  oneTriggersOther: 'OTO orders are not supported for this symbol.',
  onePaysOther: 'OPO orders are not supported for this symbol.',
  quoteQuantity: 'Quote order qty market orders are not support for this symbol.',
  trailingStop: 'Trailing stop orders are not supported for this symbol.',
  cancelReplace: 'Order cancel-replace is not supported for this symbol.',
  amend: 'Order amend is not supported for this symbol.',
};

/** Why the exchange does not do what it was asked to, in its own codes and words. */
export function refusalError(refusal: ExchangeRefusal, request: RefusedRequest): BinanceError {
  const rejected = (msg: string): BinanceError => binanceError(request.code, msg);
  const invalid = (msg: string): BinanceError => binanceError(-1013, msg);
  switch (refusal.reason) {
    case 'filter':
      return filterError(refusal.filter, request);
    case 'unknownSymbol':
      return binanceError(-1121, 'Invalid symbol.');
    case 'precision':
      return binanceError(-1111, 'Precision is over the maximum defined for this asset.');
    case 'marketClosed':
      return invalid('Market is closed.');
    case 'mayNotTrade':
      return rejected('This account may not place or cancel orders.');
    case 'insufficientBalance':
      return rejected('Account has insufficient balance for requested action.');
    case 'duplicateOrder':
    case 'duplicateList':
      return rejected('Duplicate order sent.');
    case 'wouldTake':
      return rejected('Order would immediately match and take.');
    case 'wouldTrigger':
      return rejected('Order would trigger immediately.');
    case 'noLiquidity':
      return rejected('Order book liquidity is less than LOT_SIZE filter minimum quantity.');
    case 'worthNothing':
      return rejected('Price * QTY is zero or less.');
    case 'typeNotAllowed':
      return invalid(
        `${UNSUPPORTED_TYPE[request.type ?? 'limit']} orders are not supported for this symbol.`,
      );
    case 'featureNotAllowed':
      return invalid(UNSUPPORTED_FEATURE[request.feature ?? 'oneCancelsOther']);
    case 'selfTradePreventionNotAllowed':
      return invalid('This symbol does not allow the specified self-trade prevention mode.');
    case 'icebergNotAllowed':
      return invalid(UNSUPPORTED_FEATURE.iceberg);
    case 'unsupportedCombination':
      return rejected('Unsupported order combination');
    case 'pricesUnrelated':
      return rejected('The relationship of the prices for the orders is not correct.');
    case 'cancelRestricted':
      return rejected('Order was not canceled due to cancel restrictions.');
    case 'quantityNotReduced':
      return rejected('Order amend (quantity increase) is not supported.');
    case 'unknownList':
      return rejected('Unknown order list sent.');
    case 'unknownOrder':
    case 'namesDiffer':
    case 'orderNotOpen':
      return rejected('Unknown order sent.');
  }
}

/** Most filters are checked before the exchange is asked; how often an order was amended is not. */
function filterError(filter: FilterKind, { code }: RefusedRequest): BinanceError {
  return binanceError(filter === 'maxOrderAmends' ? code : -1013, `Filter failure: ${FILTER_WORDS[filter]}`);
}

import type { SymbolFilter } from '@org/simulator';
import type { FilterJson } from './filter-schema.ts';

/** A filter of `exchangeInfo` in the simulator's words. */
export function readFilter(json: FilterJson): SymbolFilter {
  switch (json.filterType) {
    case 'PRICE_FILTER':
      return {
        kind: 'price',
        minPrice: json.minPrice,
        maxPrice: json.maxPrice,
        tickSize: json.tickSize,
      };
    case 'LOT_SIZE':
      return { kind: 'lotSize', ...lotSizes(json) };
    case 'MARKET_LOT_SIZE':
      return { kind: 'marketLotSize', ...lotSizes(json) };
    case 'NOTIONAL':
      return {
        kind: 'notional',
        minNotional: json.minNotional,
        applyMinToMarket: json.applyMinToMarket,
        maxNotional: json.maxNotional,
        applyMaxToMarket: json.applyMaxToMarket,
        averageMinutes: json.avgPriceMins,
      };
    case 'MIN_NOTIONAL':
      return {
        kind: 'minNotional',
        minNotional: json.minNotional,
        applyToMarket: json.applyToMarket,
        averageMinutes: json.avgPriceMins,
      };
    case 'PERCENT_PRICE':
      return {
        kind: 'percentPrice',
        multiplierUp: json.multiplierUp,
        multiplierDown: json.multiplierDown,
        averageMinutes: json.avgPriceMins,
      };
    case 'PERCENT_PRICE_BY_SIDE':
      return {
        kind: 'percentPriceBySide',
        bidMultiplierUp: json.bidMultiplierUp,
        bidMultiplierDown: json.bidMultiplierDown,
        askMultiplierUp: json.askMultiplierUp,
        askMultiplierDown: json.askMultiplierDown,
        averageMinutes: json.avgPriceMins,
      };
    case 'TRAILING_DELTA':
      return {
        kind: 'trailingDelta',
        minAbove: json.minTrailingAboveDelta,
        maxAbove: json.maxTrailingAboveDelta,
        minBelow: json.minTrailingBelowDelta,
        maxBelow: json.maxTrailingBelowDelta,
      };
    case 'MAX_POSITION':
      return { kind: 'maxPosition', maxPosition: json.maxPosition };
    case 'ICEBERG_PARTS':
      return { kind: 'icebergParts', limit: json.limit };
    case 'MAX_NUM_ORDERS':
      return { kind: 'maxOrders', limit: json.maxNumOrders };
    case 'MAX_NUM_ALGO_ORDERS':
      return { kind: 'maxAlgoOrders', limit: json.maxNumAlgoOrders };
    case 'MAX_NUM_ICEBERG_ORDERS':
      return { kind: 'maxIcebergOrders', limit: json.maxNumIcebergOrders };
    case 'MAX_NUM_ORDER_LISTS':
      return { kind: 'maxOrderLists', limit: json.maxNumOrderLists };
    case 'MAX_NUM_ORDER_AMENDS':
      return { kind: 'maxOrderAmends', limit: json.maxNumOrderAmends };
    case 'EXCHANGE_MAX_NUM_ORDERS':
      return { kind: 'exchangeMaxOrders', limit: json.maxNumOrders };
    case 'EXCHANGE_MAX_NUM_ALGO_ORDERS':
      return { kind: 'exchangeMaxAlgoOrders', limit: json.maxNumAlgoOrders };
    case 'EXCHANGE_MAX_NUM_ICEBERG_ORDERS':
      return { kind: 'exchangeMaxIcebergOrders', limit: json.maxNumIcebergOrders };
    case 'EXCHANGE_MAX_NUM_ORDER_LISTS':
      return { kind: 'exchangeMaxOrderLists', limit: json.maxNumOrderLists };
  }
}

function lotSizes(json: Extract<FilterJson, { filterType: 'LOT_SIZE' | 'MARKET_LOT_SIZE' }>) {
  return { minQuantity: json.minQty, maxQuantity: json.maxQty, stepSize: json.stepSize };
}

import type { FeatureGroup } from '../feature.ts';
import { there } from '../feature.ts';

const filter = (name: string, shownBy: string, difference = '') => there(name, difference, shownBy);
const AVERAGE = 'by the average price, where no reference price is given';

export const FILTERS: FeatureGroup = {
  title: 'Filters',
  features: [
    filter('PRICE_FILTER', 'the price filter'),
    filter('LOT_SIZE', 'the lot size filter'),
    filter('MARKET_LOT_SIZE', 'the market lot size filter'),
    filter('NOTIONAL', 'the notional filter', AVERAGE),
    filter('MIN_NOTIONAL', 'the older notional filter', AVERAGE),
    filter('PERCENT_PRICE', 'the percent price filter from', AVERAGE),
    filter('PERCENT_PRICE_BY_SIDE', 'the percent price filter by side', AVERAGE),
    filter('ICEBERG_PARTS', 'the iceberg parts filter'),
    filter('MAX_NUM_ORDERS', 'a filter that counts maxOrders'),
    filter('MAX_NUM_ALGO_ORDERS', 'a filter that counts maxAlgoOrders'),
    filter('MAX_NUM_ICEBERG_ORDERS', 'a filter that counts maxIcebergOrders'),
    filter('MAX_NUM_ORDER_LISTS', 'the filters of a list maxOrderLists'),
    filter('MAX_NUM_ORDER_AMENDS', 'the filters of an amendment allow ten'),
    filter('MAX_POSITION', 'the position filter'),
    filter('TRAILING_DELTA', 'the trailing delta filter'),
    filter('EXCHANGE_MAX_NUM_ORDERS', 'a filter that counts exchangeMaxOrders'),
    filter('EXCHANGE_MAX_NUM_ALGO_ORDERS', 'a filter that counts exchangeMaxAlgoOrders'),
    filter('EXCHANGE_MAX_NUM_ICEBERG_ORDERS', 'a filter that counts exchangeMaxIcebergOrders'),
    filter('EXCHANGE_MAX_NUM_ORDER_LISTS', 'the filters of a list exchangeMaxOrderLists'),
  ],
};

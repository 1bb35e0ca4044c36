import { parseDecimal } from '@org/domain';
import { z } from 'zod';

/** A number in plain decimals, in a string. */
export const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'a plain decimal in a string, such as "0.01000000"')
  .transform(parseDecimal);
const count = z.int().nonnegative();
const steps = { minQty: decimal, maxQty: decimal, stepSize: decimal };

function form<Word extends string, Fields extends z.ZodRawShape>(word: Word, fields: Fields) {
  return z.object({ filterType: z.literal(word), ...fields });
}

/** A filter as `exchangeInfo` has it, in its old forms and its new ones. */
export const filterSchema = z.discriminatedUnion('filterType', [
  form('PRICE_FILTER', { minPrice: decimal, maxPrice: decimal, tickSize: decimal }),
  form('LOT_SIZE', steps),
  form('MARKET_LOT_SIZE', steps),
  form('NOTIONAL', {
    minNotional: decimal,
    applyMinToMarket: z.boolean(),
    maxNotional: decimal,
    applyMaxToMarket: z.boolean(),
    avgPriceMins: count,
  }),
  form('MIN_NOTIONAL', { minNotional: decimal, applyToMarket: z.boolean(), avgPriceMins: count }),
  form('PERCENT_PRICE', { multiplierUp: decimal, multiplierDown: decimal, avgPriceMins: count }),
  form('PERCENT_PRICE_BY_SIDE', {
    bidMultiplierUp: decimal,
    bidMultiplierDown: decimal,
    askMultiplierUp: decimal,
    askMultiplierDown: decimal,
    avgPriceMins: count,
  }),
  form('TRAILING_DELTA', {
    minTrailingAboveDelta: count,
    maxTrailingAboveDelta: count,
    minTrailingBelowDelta: count,
    maxTrailingBelowDelta: count,
  }),
  form('MAX_POSITION', { maxPosition: decimal }),
  form('ICEBERG_PARTS', { limit: count }),
  form('MAX_NUM_ORDERS', { maxNumOrders: count }),
  form('MAX_NUM_ALGO_ORDERS', { maxNumAlgoOrders: count }),
  form('MAX_NUM_ICEBERG_ORDERS', { maxNumIcebergOrders: count }),
  form('MAX_NUM_ORDER_LISTS', { maxNumOrderLists: count }),
  form('MAX_NUM_ORDER_AMENDS', { maxNumOrderAmends: count }),
  form('EXCHANGE_MAX_NUM_ORDERS', { maxNumOrders: count }),
  form('EXCHANGE_MAX_NUM_ALGO_ORDERS', { maxNumAlgoOrders: count }),
  form('EXCHANGE_MAX_NUM_ICEBERG_ORDERS', { maxNumIcebergOrders: count }),
  form('EXCHANGE_MAX_NUM_ORDER_LISTS', { maxNumOrderLists: count }),
]);

export type FilterJson = z.output<typeof filterSchema>;

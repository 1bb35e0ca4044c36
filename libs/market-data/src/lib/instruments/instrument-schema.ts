import type { SpotRules } from '@org/domain';
import { z } from 'zod';

/** What is allowed where money is: as a JSON number it would not be exact. */
export const DECIMAL = 'a plain decimal in quotes, such as "0.001"';

const decimal = z.string(DECIMAL).regex(/^\d+(\.\d+)?$/, DECIMAL);
const decimals = z.int().min(0).max(38);
const asset = z.strictObject({ code: z.string().min(1), decimals });

/** The rules of markets in our own form: `{ "instruments": [{ "symbol": …, "base": …, … }] }`. */
export const ownInstruments = z
  .strictObject({
    instruments: z.array(
      z.strictObject({
        symbol: z.string().min(1),
        base: asset,
        quote: asset,
        tickSize: decimal,
        stepSize: decimal,
        minNotional: decimal,
        minQuantity: decimal.optional(),
        maxQuantity: decimal.optional(),
      }),
    ),
  })
  .transform(({ instruments }): readonly SpotRules[] => instruments);

/** What Binance's exchangeInfo says of a market and its orders, as far as it is needed. */
const exchangeSymbol = z.object({
  symbol: z.string().min(1),
  baseAsset: z.string().min(1),
  baseAssetPrecision: decimals,
  quoteAsset: z.string().min(1),
  quoteAssetPrecision: decimals,
  filters: z.array(
    z.object({
      filterType: z.string(),
      tickSize: decimal.optional(),
      stepSize: decimal.optional(),
      minQty: decimal.optional(),
      maxQty: decimal.optional(),
      minNotional: decimal.optional(),
    }),
  ),
});

/** The rules of markets as Binance's exchangeInfo has them. */
export const exchangeInfo = z
  .object({ symbols: z.array(exchangeSymbol) })
  .transform(({ symbols }): readonly SpotRules[] => symbols.map(rulesOf));

type ExchangeSymbol = z.infer<typeof exchangeSymbol>;
type Filter = ExchangeSymbol['filters'][number];

/** A filter that is switched off, as absent or 0, leaves the asset's own precision, or no limit. */
function rulesOf({ symbol, filters, ...market }: ExchangeSymbol): SpotRules {
  const base = { code: market.baseAsset, decimals: market.baseAssetPrecision };
  const quote = { code: market.quoteAsset, decimals: market.quoteAssetPrecision };
  const prices = filters.find(({ filterType }) => filterType === 'PRICE_FILTER');
  const lots = filters.find(({ filterType }) => filterType === 'LOT_SIZE');
  return {
    symbol,
    base,
    quote,
    tickSize: positive(prices?.tickSize) ?? smallest(quote.decimals),
    stepSize: positive(lots?.stepSize) ?? smallest(base.decimals),
    minNotional: filters.find(boundsNotional)?.minNotional ?? '0',
    minQuantity: positive(lots?.minQty),
    maxQuantity: positive(lots?.maxQty),
  };
}

/** The filter has had two names. */
function boundsNotional({ filterType }: Filter): boolean {
  return filterType === 'NOTIONAL' || filterType === 'MIN_NOTIONAL';
}

function positive(text: string | undefined): string | undefined {
  return text !== undefined && Number(text) > 0 ? text : undefined;
}

function smallest(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
}

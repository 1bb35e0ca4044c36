import { z } from 'zod';

const decimal = z.string();

export const priceFilter = z.object({ minPrice: decimal, maxPrice: decimal, tickSize: decimal });
export const lotFilter = z.object({ minQty: decimal, maxQty: decimal, stepSize: decimal });
export const notionalFilter = z.object({
  minNotional: decimal,
  applyMinToMarket: z.boolean(),
  maxNotional: decimal,
  applyMaxToMarket: z.boolean().default(false),
});
/** The older form of it. */
export const minNotionalFilter = z.object({ minNotional: decimal, applyToMarket: z.boolean() });
export const percentPriceBySideFilter = z.object({
  bidMultiplierUp: decimal,
  bidMultiplierDown: decimal,
  askMultiplierUp: decimal,
  askMultiplierDown: decimal,
  avgPriceMins: z.int(),
});
/** The older form of it. */
export const percentPriceFilter = z.object({
  multiplierUp: decimal,
  multiplierDown: decimal,
  avgPriceMins: z.int(),
});
export const maxOrdersFilter = z.object({ maxNumOrders: z.int() });
export const maxAlgoOrdersFilter = z.object({ maxNumAlgoOrders: z.int() });
export const maxPositionFilter = z.object({ maxPosition: decimal });

export const symbolSchema = z.object({
  symbol: z.string(),
  status: z.string(),
  baseAsset: z.string(),
  baseAssetPrecision: z.int(),
  quoteAsset: z.string(),
  quoteAssetPrecision: z.int(),
  orderTypes: z.array(z.string()),
  ocoAllowed: z.boolean().default(false),
  amendAllowed: z.boolean().default(false),
  /** Each is read when it is looked for: the exchange invents new ones. */
  filters: z.array(z.looseObject({ filterType: z.string() })),
});

export type WireSymbol = z.infer<typeof symbolSchema>;

const rateLimit = z.object({
  rateLimitType: z.string(),
  interval: z.string(),
  intervalNum: z.int(),
  limit: z.int(),
});

export type WireRateLimit = z.infer<typeof rateLimit>;

/** The answer of `GET /api/v3/exchangeInfo`, as far as we use it. Fields that we do not know pass by. */
export const exchangeInfoSchema = z.object({
  rateLimits: z.array(rateLimit),
  symbols: z.array(symbolSchema),
});

/** The same, its markets not read yet: one that cannot be read is no reason to lose the others. */
export const exchangeInfoEnvelope = exchangeInfoSchema.extend({ symbols: z.array(z.unknown()) });

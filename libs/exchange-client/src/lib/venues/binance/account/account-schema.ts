import { z } from 'zod';

/** The answer of `GET /api/v3/account`, as far as we use it. */
export const accountSchema = z.object({
  balances: z.array(z.object({ asset: z.string(), free: z.string(), locked: z.string() })),
});

/** One trade of `GET /api/v3/myTrades`. */
export const tradeSchema = z.object({
  symbol: z.string(),
  id: z.int(),
  orderId: z.int(),
  price: z.string(),
  qty: z.string(),
  quoteQty: z.string(),
  commission: z.string(),
  commissionAsset: z.string(),
  time: z.int(),
  isBuyer: z.boolean(),
  isMaker: z.boolean(),
});

export type WireTrade = z.infer<typeof tradeSchema>;

/** The answer of `GET /sapi/v1/account/apiRestrictions`, as far as we use it. */
export const restrictionsSchema = z.object({
  ipRestrict: z.boolean(),
  enableReading: z.boolean(),
  enableSpotAndMarginTrading: z.boolean(),
  enableWithdrawals: z.boolean(),
});

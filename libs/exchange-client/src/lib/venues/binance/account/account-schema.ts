import { z } from 'zod';
import { decimalText } from '../rest/decimal-text.ts';

/** The answer of `GET /api/v3/account`, as far as we use it. */
export const accountSchema = z.object({
  /** Of the account's last change, ms UTC. */
  updateTime: z.int().optional(),
  balances: z.array(z.object({ asset: z.string(), free: decimalText, locked: decimalText })),
});

/** One trade of `GET /api/v3/myTrades`. */
export const tradeSchema = z.object({
  symbol: z.string(),
  id: z.int(),
  orderId: z.int(),
  price: decimalText,
  qty: decimalText,
  quoteQty: decimalText,
  commission: decimalText,
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

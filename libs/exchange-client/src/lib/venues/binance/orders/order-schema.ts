import { z } from 'zod';
import { decimalText } from '../rest/decimal-text.ts';

/** One trade in the answer to an order: always a taker's. */
const fillSchema = z.object({
  price: decimalText,
  qty: decimalText,
  commission: decimalText,
  commissionAsset: z.string(),
  tradeId: z.int(),
});

/** An order as the exchange tells it, in answers and queries: what we use of it. Unknown words and fields pass by. */
export const orderSchema = z.object({
  symbol: z.string(),
  orderId: z.int(),
  clientOrderId: z.string(),
  /** In answers to a cancel the order's own name; `clientOrderId` then names the cancel. */
  origClientOrderId: z.string().optional(),
  /** Of a third one nothing could be said: such a report is unreadable. */
  side: z.enum(['BUY', 'SELL']),
  status: z.string(),
  origQty: decimalText,
  executedQty: decimalText,
  /** ms UTC: the first in answers to what was done, the second in queries. */
  transactTime: z.int().optional(),
  updateTime: z.int().optional(),
  /** Every trade so far, in full answers to a placement. */
  fills: z.array(fillSchema).optional(),
  expiryReason: z.string().optional(),
});

export type WireOrder = z.infer<typeof orderSchema>;

/** The answer to a pair: one report for each leg. */
export const pairSchema = z.object({ orderReports: z.array(orderSchema) });

/** An order that was made smaller names its quantity in another way. */
export const amendedSchema = z.object({
  amendedOrder: orderSchema.omit({ origQty: true, origClientOrderId: true }).extend({ qty: decimalText }),
});

/** A list of orders as it stands. */
export const listSchema = z.object({
  symbol: z.string(),
  orderListId: z.int(),
  listClientOrderId: z.string(),
  listOrderStatus: z.string(),
  orders: z.array(z.object({ clientOrderId: z.string() })),
});

/** A list that was just placed or taken back, with a report of each of its orders. */
export const toldListSchema = listSchema.extend({ orderReports: z.array(orderSchema) });

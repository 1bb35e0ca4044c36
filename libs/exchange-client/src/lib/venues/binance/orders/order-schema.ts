import { z } from 'zod';

/** An order as the exchange tells it, in answers and queries: what we use of it. Unknown words and fields pass by. */
export const orderSchema = z.object({
  symbol: z.string(),
  orderId: z.int(),
  clientOrderId: z.string(),
  /** In answers to a cancel the order's own name; `clientOrderId` then names the cancel. */
  origClientOrderId: z.string().optional(),
  side: z.string(),
  status: z.string(),
  origQty: z.string(),
  executedQty: z.string(),
});

export type WireOrder = z.infer<typeof orderSchema>;

/** The answer to a pair: one report for each leg. */
export const pairSchema = z.object({ orderReports: z.array(orderSchema) });

/** An order that was made smaller names its quantity in another way. */
export const amendedSchema = z.object({
  amendedOrder: orderSchema.omit({ origQty: true, origClientOrderId: true }).extend({ qty: z.string() }),
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

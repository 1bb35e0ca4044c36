import { z } from 'zod';

const id = z.int().nonnegative();
const time = z.int().nonnegative();
const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a plain decimal in a string, such as "0.01000000"');
const levels = z.array(z.tuple([decimal, decimal]));

/** What has changed in a book. */
export const differenceSchema = z.object({
  e: z.literal('depthUpdate'),
  E: time,
  s: z.string(),
  U: id,
  u: id,
  b: levels,
  a: levels,
});

const traded = { s: z.string(), T: time, p: decimal, q: decimal, m: z.boolean() };
export const tradeSchema = z.object({ e: z.literal('trade'), t: id, ...traded });
export const aggregateTradeSchema = z.object({ e: z.literal('aggTrade'), a: id, ...traded });

/** An answer of `GET /api/v3/depth`. */
export const snapshotSchema = z.object({ lastUpdateId: id, bids: levels, asks: levels });

/** A message of a combined stream. */
export const combinedSchema = z.object({ stream: z.string(), data: z.unknown() });

export type DifferenceMessage = z.output<typeof differenceSchema>;
export type TradeMessage = z.output<typeof tradeSchema>;
export type AggregateTradeMessage = z.output<typeof aggregateTradeSchema>;
export type SnapshotMessage = z.output<typeof snapshotSchema>;

import { z } from 'zod';

const updateId = z.int().nonnegative();
const levels = z.array(z.tuple([z.string(), z.string()]));

/** A diff of a book, as the stream `<symbol>@depth` has it. */
export const depthUpdateSchema = z.object({
  e: z.literal('depthUpdate'),
  E: z.int(),
  s: z.string(),
  U: updateId,
  u: updateId,
  b: levels,
  a: levels,
});

/** A book, as `GET /api/v3/depth` answers it. */
export const depthSnapshotSchema = z.object({ lastUpdateId: updateId, bids: levels, asks: levels });

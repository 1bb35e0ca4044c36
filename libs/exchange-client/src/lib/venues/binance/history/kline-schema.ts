import { z } from 'zod';

/** A bar as the exchange writes it: open time, open, high, low, close, volume, and more that we do not use. */
export const klinesSchema = z.array(
  z.tuple([z.int(), z.string(), z.string(), z.string(), z.string(), z.string()]).rest(z.unknown()),
);

export type WireKline = z.infer<typeof klinesSchema>[number];

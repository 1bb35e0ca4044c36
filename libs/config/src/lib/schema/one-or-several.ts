import { z } from 'zod';

/** A list, for which a single value (or words with commas between) may stand. */
export function oneOrSeveral<Schema extends z.ZodType>(items: z.ZodArray<Schema>) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').map((word) => word.trim()) : value),
    items,
  );
}

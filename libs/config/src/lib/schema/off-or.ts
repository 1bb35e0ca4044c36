import { z } from 'zod';

/** A value that can be switched off: `null` or the word `off`. */
export function offOr<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === 'off' || value === 'null' ? null : value), schema.nullable());
}

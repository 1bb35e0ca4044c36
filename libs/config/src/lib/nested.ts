import { z } from 'zod';
import { keyFacts } from './keys/key-facts.ts';

/** Values by path (`risk.stopLoss`) as the nested object that the schema takes, every section present. */
export function nested(schema: z.ZodObject, values: ReadonlyMap<string, unknown>, prefix = ''): unknown {
  const entries = Object.entries(schema.shape).flatMap(([name, part]): [string, unknown][] => {
    const path = `${prefix}${name}`;
    if (part instanceof z.ZodObject && !keyFacts.has(part)) return [[name, nested(part, values, `${path}.`)]];
    return values.has(path) ? [[name, values.get(path)]] : [];
  });
  return Object.fromEntries(entries);
}

import { z } from 'zod';
import { environmentName } from './environment-name.ts';
import type { KeyFacts } from './key-facts.ts';
import { keyFacts } from './key-facts.ts';

/** One configuration key: a leaf of the schema. */
export interface Key {
  /** As in the file, such as `risk.stopLoss`. */
  readonly path: string;
  readonly environment: string;
  readonly schema: z.ZodType;
  readonly facts: KeyFacts;
}

/** All keys of a schema in its order. An object that was made a key itself is one, whatever it holds. */
export function keysOf(schema: z.ZodObject, prefix = ''): readonly Key[] {
  return Object.entries(schema.shape).flatMap(([name, part]): readonly Key[] => {
    if (!(part instanceof z.ZodType)) return [];
    const path = `${prefix}${name}`;
    const facts = keyFacts.get(part);
    if (facts === undefined && part instanceof z.ZodObject) return keysOf(part, `${path}.`);
    const meaning = part.description ?? '';
    return [
      {
        path,
        environment: environmentName(path),
        schema: part,
        facts: facts ?? { meaning, allowed: meaning },
      },
    ];
  });
}

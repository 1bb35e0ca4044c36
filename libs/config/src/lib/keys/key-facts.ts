import { z } from 'zod';
import type { TextForm } from '../sources/text-forms.ts';

/** What a person is told about a configuration key. */
export interface KeyFacts {
  /** One sentence without a full stop: what the key decides. */
  readonly meaning: string;
  /** Which values are taken, in words. */
  readonly allowed: string;
  /** How a flag or an environment variable writes the value; by default as a word. */
  readonly text?: TextForm;
}

/** The facts of every key, beside its schema. */
export const keyFacts = z.registry<KeyFacts>();

/**
 * Makes a schema a configuration key. The schema checks the value and holds the default; the facts appear in error
 * messages and in the documentation.
 *
 * @example
 * const seed = configurationKey(z.int().min(0).default(1), {
 *   meaning: 'which synthetic market is played',
 *   allowed: 'a whole number from 0',
 *   text: 'number',
 * });
 */
export function configurationKey<Schema extends z.ZodType>(schema: Schema, facts: KeyFacts): Schema {
  keyFacts.add(schema, facts);
  return schema;
}

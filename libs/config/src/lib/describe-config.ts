import { z } from 'zod';
import { keysOf } from './keys/key.ts';
import { configurationSchema } from './schema/configuration-schema.ts';

/** A row of the documentation: one configuration key. */
export interface ConfigurationRow {
  readonly key: string;
  readonly environment: string;
  /** As a person writes it: `off`, `BTCUSDT`; empty where the key must be set or is empty by default. */
  readonly default: string;
  readonly meaning: string;
  readonly allowed: string;
}

/** Every configuration key, in the order of the schema; `schemaPart` holds an app's own. */
export function describeConfig(schemaPart: z.ZodObject = z.object({})): readonly ConfigurationRow[] {
  return [...keysOf(configurationSchema), ...keysOf(schemaPart)].map((key) => ({
    key: key.path,
    environment: key.environment,
    default: writeDefault(key.schema),
    meaning: key.facts.meaning,
    allowed: key.facts.allowed,
  }));
}

function writeDefault(schema: z.ZodType): string {
  const result = schema.safeParse(undefined);
  return result.success ? write(result.data) : '';
}

function write(value: unknown): string {
  if (value === null) return 'off';
  if (Array.isArray(value)) return value.map(write).join(',');
  if (typeof value === 'object' && 'kind' in value) return write(value.kind);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';
}

import type { Configuration } from './load-config.ts';

/** Keys that are fixed and checked, and that no part of the product heeds yet. */
const UNHEEDED: ReadonlySet<string> = new Set([
  'workers',
  'gpu',
  'distributed',
  'cache.enabled',
  'cache.redisUrl',
]);

/**
 * What an app says, a line each, of keys that somebody has set and that change nothing yet; nothing where all are heeded.
 */
export function unheededKeys({ given }: Pick<Configuration, 'given'>): readonly string[] {
  const keys = given.filter((key) => UNHEEDED.has(key));
  return keys.length === 0 ? [] : [`set, and heeded by nothing yet: ${keys.join(', ')}`];
}

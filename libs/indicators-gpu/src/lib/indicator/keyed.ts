/** A record with one value per key, in the order of the keys. */
export function keyed<K extends string, V>(
  keys: readonly K[],
  value: (key: K, index: number) => V,
): Record<K, V>;
export function keyed(
  keys: readonly string[],
  value: (key: string, index: number) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)]));
}

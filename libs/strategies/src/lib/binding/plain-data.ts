import type { Json } from '@org/domain';
import { InputError } from '@org/domain';
import { z } from 'zod';

const plain = z.json();

/**
 * What a strategy gave, as the plain data that it must be.
 *
 * @throws InputError `strategy-not-plain`, naming what JSON would not bring back.
 */
export function plainData(strategy: string, name: 'state' | 'parameters', value: unknown): Json {
  refuseUnlessPlain(strategy, name, value);
  return plain.parse(value);
}

/**
 * Refuses what would not survive a restart, for which everything goes through JSON. It looks at all of it.
 *
 * @throws InputError `strategy-not-plain`, naming what JSON would not bring back.
 */
export function refuseUnlessPlain(strategy: string, name: 'state' | 'parameters', value: unknown): void {
  const found = notPlain(value, name, new Set());
  if (found === undefined) return;
  throw new InputError('strategy-not-plain', {
    what: `strategy ${strategy} has ${name} that JSON would not bring back`,
    found: `${found.path}, ${found.kind}`,
    allowed: 'finite numbers, texts, booleans, nulls, and lists and objects of them',
  });
}

interface Found {
  readonly path: string;
  readonly kind: string;
}

function notPlain(value: unknown, path: string, around: Set<object>): Found | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { path, kind: String(value) };
  if (typeof value !== 'object') return { path, kind: typeof value };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
    return { path, kind: `an instance of ${value.constructor.name}` };
  }
  if (around.has(value)) return { path, kind: 'which holds itself' };
  around.add(value);
  const found = firstNotPlain(value, path, around);
  around.delete(value);
  return found;
}

function firstNotPlain(value: object, path: string, around: Set<object>): Found | undefined {
  const parts: Iterable<readonly [number | string, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, part] of parts) {
    const found = notPlain(part, `${path}.${key}`, around);
    if (found !== undefined) return found;
  }
  return undefined;
}

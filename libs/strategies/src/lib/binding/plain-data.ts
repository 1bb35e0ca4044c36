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
  const parsed = plain.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, kind } = notPlain(value, name) ?? { path: name, kind: typeof value };
  throw new InputError('strategy-not-plain', {
    what: `strategy ${strategy} has ${name} that JSON would not bring back`,
    found: `${path}, ${kind}`,
    allowed: 'finite numbers, texts, booleans, nulls, and lists and objects of them',
  });
}

interface Found {
  readonly path: string;
  readonly kind: string;
}

function notPlain(value: unknown, path: string): Found | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { path, kind: String(value) };
  if (typeof value !== 'object') return { path, kind: typeof value };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
    return { path, kind: `an instance of ${value.constructor.name}` };
  }
  for (const [key, part] of Object.entries(value)) {
    const found = notPlain(part, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

import { types } from 'node:util';
import type { Fields } from '../logger.ts';
import type { Redactor } from './redactor.ts';
import { HIDDEN, isSecretName } from './secret-patterns.ts';

/** What keeps one line from filling the disk. */
const MOST = { depth: 8, items: 100, letters: 10_000 };

/** Fields as plain data that JSON can hold, free of secrets, whatever was in them. */
export function plainFields(fields: Fields, redactor: Redactor): Fields {
  return plainObject(fields, { redactor, above: [fields] });
}

/**
 * A text free of secrets and of bearable length. Far more than is shown is searched, so that no secret is halved; a
 * text without end is not searched to its end.
 */
export function plainText(text: string, redactor: Redactor): string {
  const redacted = redactor.redact(text.slice(0, 2 * MOST.letters));
  const rest = redacted.length - MOST.letters + Math.max(0, text.length - 2 * MOST.letters);
  return rest > 0 ? `${redacted.slice(0, MOST.letters)}… ${rest} more` : redacted;
}

interface Walk {
  readonly redactor: Redactor;
  /** The objects that contain this one. */
  readonly above: readonly object[];
}

function plain(value: unknown, walk: Walk): unknown {
  switch (typeof value) {
    case 'string':
      return plainText(value, walk.redactor);
    case 'bigint':
      return plainText(value.toString(), walk.redactor);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'symbol':
    case 'function':
      return `[${typeof value}]`;
    case 'object':
      return value === null ? null : plainInside(value, walk);
    case 'boolean':
    case 'undefined':
      return value;
  }
}

function plainInside(value: object, { redactor, above }: Walk): unknown {
  if (above.includes(value)) return '[circular]';
  if (above.length > MOST.depth) return '[too deep]';
  const walk = { redactor, above: [...above, value] };
  if (types.isNativeError(value) || value instanceof Error) return plainError(value, walk);
  if (ArrayBuffer.isView(value)) return `[${value.constructor.name} of ${value.byteLength} bytes]`;
  if (Array.isArray(value)) return plainList(value, walk);
  if (types.isMap(value)) return plainEntries([...value], walk);
  if (types.isSet(value)) return plainList([...value], walk);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return plain(Reflect.apply(value.toJSON, value, []), walk);
  }
  return plainObject(value, walk);
}

/** Headers are lists in which each name stands before its value. */
function plainList(list: readonly unknown[], walk: Walk): readonly unknown[] {
  const shown = list.slice(0, MOST.items).map((item, index) => {
    const before = list[index - 1];
    return typeof before === 'string' && isSecretName(before) ? HIDDEN : plain(item, walk);
  });
  return list.length > MOST.items ? [...shown, `… ${list.length - MOST.items} more`] : shown;
}

function plainObject(object: object, walk: Walk): Fields {
  return plainEntries(
    Object.keys(object).map((name) => [name, read(object, name)]),
    walk,
  );
}

function plainEntries(entries: readonly (readonly [unknown, unknown])[], walk: Walk): Fields {
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const name = typeof key === 'string' ? key : String(JSON.stringify(plain(key, walk)));
      return [plainText(name, walk.redactor), isSecretName(name) ? HIDDEN : plain(value, walk)];
    }),
  );
}

/** Errors keep to themselves what JSON would show. */
function plainError(error: Error, walk: Walk): Fields {
  const { name, message, stack, cause } = error;
  const facts = { name, message, ...(cause === undefined ? {} : { cause }) };
  return { ...plainObject(facts, walk), ...plainObject(error, walk), stack: plain(stack, walk) };
}

function read(object: object, name: string): unknown {
  try {
    const value: unknown = Reflect.get(object, name);
    return value;
  } catch {
    return '[unreadable]';
  }
}

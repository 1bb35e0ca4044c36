import { InputError } from '@org/domain';
import type { StrategyDefinition } from '@org/strategies';
import { isStrategyDefinition } from '@org/strategies';

const FORM = 'Write export default defineStrategy({ name, parameters, indicators, decide }).';

/**
 * The strategy that a file exports by default.
 *
 * @throws InputError `strategy-export` with what it exports instead.
 */
export function defaultExport(exports: object, file: string): StrategyDefinition {
  const value: unknown = Reflect.get(exports, 'default');
  if (isStrategyDefinition(value)) return value;
  throw new InputError('strategy-export', {
    what: 'a strategy file exports its strategy by default',
    place: { file },
    found: describeExports(exports, value),
    allowed: 'what defineStrategy gives',
    hint: hint(exports),
  });
}

function describeExports(exports: object, value: unknown): string {
  if ('default' in exports) return `a default export that is ${describe(value)}`;
  const names = Object.keys(exports);
  return names.length === 0 ? 'no exports' : `no default export, only ${names.join(', ')}`;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'function') return /^class\b/.test(String(value)) ? 'a class' : 'a function';
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (value instanceof Promise) return 'a promise';
  const keys = Object.keys(value);
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
}

function hint(exports: object): string {
  const named = Object.entries(exports).find(([, value]) => isStrategyDefinition(value));
  return named === undefined ? FORM : `Write export default ${named[0]}.`;
}

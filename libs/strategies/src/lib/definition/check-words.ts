import { InputError, nearestWord } from '@org/domain';

/** What each word of a strategy may be, in words and as a check; whatever is left out has a default unless it must be. */
const WORDS = {
  name: {
    must: true,
    allowed: 'a text that is not empty',
    fits: (value: unknown) => typeof value === 'string' && value.trim() !== '',
  },
  parameters: {
    must: true,
    allowed: 'z.object({ … }) of zod, with a field for each parameter',
    fits: (value: unknown) =>
      typeof value === 'object' && value !== null && 'shape' in value && 'safeParse' in value,
  },
  inputs: { must: false, allowed: 'a function of the parameters', fits: isFunction },
  indicators: { must: false, allowed: 'a function of the parameters', fits: isFunction },
  lookBack: {
    must: false,
    allowed: 'a whole number of bars, or a function of the parameters',
    fits: (value: unknown) => typeof value === 'number' || isFunction(value),
  },
  state: {
    must: false,
    allowed: 'a function that gives the memory to begin with',
    fits: isFunction,
  },
  protection: {
    must: false,
    allowed: "'position' or 'inventory'",
    fits: (value: unknown) => value === 'position' || value === 'inventory',
  },
  wantsOrderEvents: {
    must: false,
    allowed: 'true or false',
    fits: (value: unknown) => typeof value === 'boolean',
  },
  decide: { must: true, allowed: 'a function of state and view', fits: isFunction },
} as const;

/**
 * Refuses what cannot be a strategy. Types refuse it too, but a user's file runs without a type check, and a word that
 * is misspelt would be a word that is left out.
 *
 * @throws InputError `strategy-words`.
 */
export function checkWords(words: unknown): void {
  if (typeof words !== 'object' || words === null) {
    throw refused(
      'defineStrategy takes one object',
      described(words),
      '{ name, parameters, indicators, decide }',
    );
  }
  const known = Object.keys(WORDS);
  const unknown = Object.keys(words).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    const nearest = nearestWord(unknown, known);
    const hint = nearest === undefined ? undefined : `Did you mean ${nearest}?`;
    throw refused('a strategy has no such word', unknown, known.join(', '), hint);
  }
  for (const [key, { must, allowed, fits }] of Object.entries(WORDS)) {
    const value: unknown = Reflect.get(words, key);
    if (value === undefined && !must) continue;
    if (!fits(value))
      throw refused(`${key} of a strategy does not take this value`, described(value), allowed);
  }
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `'${value}'`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}

function refused(what: string, found: string, allowed: string, hint?: string): InputError {
  return new InputError('strategy-words', { what, found, allowed, ...(hint === undefined ? {} : { hint }) });
}

import type { Place } from '@org/domain';
import { InputError } from '@org/domain';
import { isSecretText } from '../secrets/secret-names.ts';
import type { Origin, Setting } from '../sources/setting.ts';

const MOST_SHOWN = 80;

/** A value that its key does not take. */
export function badValue(
  path: string,
  { value, origin }: Pick<Setting, 'value' | 'origin'>,
  allowed: string,
): InputError {
  const { place, suffix } = whereFrom(origin);
  return new InputError('config-value', {
    what: `${path} does not take this value`,
    ...place,
    found: `${show(value)}${suffix}`,
    allowed,
  });
}

/** A key that does not exist. */
export function unknownKey(path: string, origin: Origin, meant: string | undefined): InputError {
  const { place, suffix } = whereFrom(origin);
  return new InputError('config-key-unknown', {
    what: 'unknown configuration key',
    ...place,
    found: `${path}${suffix}`,
    ...didYouMean(meant),
  });
}

/** A variable that begins as ours do and sets nothing. */
export function unknownVariable(name: string, meant: string | undefined): InputError {
  return new InputError('config-variable-unknown', {
    what: 'unknown environment variable',
    found: name,
    ...didYouMean(meant),
  });
}

/** A value where a section with keys of its own belongs. */
export function notASection(path: string, place: Place, keys: readonly string[]): InputError {
  return new InputError('config-section', {
    what: `${path} takes no value of its own`,
    place,
    allowed: `the keys ${keys.join(', ')} below it`,
  });
}

/** A file that is neither YAML nor JSON. */
export function syntaxProblem(place: Place, found: string): InputError {
  return new InputError('config-file-syntax', {
    what: 'the configuration file cannot be read',
    place,
    found,
    allowed: 'one YAML or JSON document with keys and values',
  });
}

/** A secret where it does not belong. Its value is never shown. */
export function secretProblem(where: string, name: string, place?: Place): InputError {
  return new InputError('config-secret', {
    what: `${where} holds a secret`,
    ...(place === undefined ? {} : { place }),
    found: `${name} (value not shown)`,
    allowed:
      'secrets in BINANCE_API_KEY, BINANCE_API_SECRET, BINANCE_PRIVATE_KEY_FILE, or files that these name',
    hint: 'Remove it there; if it was ever shared, make a new one.',
  });
}

function didYouMean(meant: string | undefined): { hint: string } {
  return {
    hint:
      meant === undefined
        ? 'The README of @org/config, in libs/config, lists the keys.'
        : `Did you mean ${meant}?`,
  };
}

function whereFrom(origin: Origin): { place: { place?: Place }; suffix: string } {
  switch (origin.kind) {
    case 'flag':
      return { place: {}, suffix: ` (flag ${origin.name})` };
    case 'environment':
      return { place: {}, suffix: ` (environment variable ${origin.name})` };
    case 'file':
      return { place: { place: origin.place }, suffix: '' };
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  if (isSecretText(text)) return 'a secret (not shown)';
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

import { InputError } from '@org/domain';

const ASSIGNMENT = /^(?:([^=.]+)\.)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s;

/** What people set: for every strategy, or for the one named in front. */
export interface ParameterText {
  readonly strategy: string | null;
  readonly name: string;
  readonly value: string;
}

/**
 * Reads texts such as `fast=20`, or `sma-cross.fast=20` for one of several strategies.
 *
 * @throws InputError `parameter-malformed` for anything else, `parameter-repeated` for what is set twice.
 */
export function parseParameterTexts(texts: readonly string[]): readonly ParameterText[] {
  const parsed = texts.map(parseParameterText);
  const first = new Map<string, ParameterText>();
  for (const each of parsed) {
    const key = each.strategy === null ? each.name : `${each.strategy}.${each.name}`;
    const before = first.get(key);
    if (before !== undefined) throw repeated(key, before, each);
    first.set(key, each);
  }
  return parsed;
}

function parseParameterText(text: string): ParameterText {
  const match = ASSIGNMENT.exec(text);
  if (match !== null) {
    const [, strategy, name = '', value = ''] = match;
    return { strategy: strategy ?? null, name, value };
  }
  throw new InputError('parameter-malformed', {
    what: '--set takes a parameter and its value',
    found: JSON.stringify(text),
    allowed: 'name=value, such as fast=20, or strategy.name=value where there are several strategies',
  });
}

function repeated(key: string, before: ParameterText, after: ParameterText): InputError {
  return new InputError('parameter-repeated', {
    what: `--set gives ${key} twice`,
    found: `${key}=${before.value} and ${key}=${after.value}`,
    allowed: 'each parameter once',
    hint: 'Leave one of them out; a value for one strategy alone is set by strategy.name=value.',
  });
}

/** The parameters that are meant for the strategy of this name: its own before those for all. */
export function parametersFor(
  strategy: string,
  texts: readonly ParameterText[],
): Readonly<Record<string, string>> {
  const of = (whose: string | null) =>
    texts.filter((text) => text.strategy === whose).map(({ name, value }) => [name, value] as const);
  return Object.fromEntries([...of(null), ...of(strategy)]);
}

import { InputError } from '@org/domain';

const ASSIGNMENT = /^(?:([^=.]+)\.)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s;

/** What people set: for every strategy, or for the one named in front. */
export interface ParameterText {
  readonly strategy: string | null;
  readonly name: string;
  readonly value: string;
}

/**
 * Reads `fast=20`, or `sma-cross.fast=20` for one of several strategies.
 *
 * @throws InputError `parameter-malformed` for anything else.
 */
export function parseParameterText(text: string): ParameterText {
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

/** The parameters that are meant for the strategy of this name, later ones winning. */
export function parametersFor(
  strategy: string,
  texts: readonly ParameterText[],
): Readonly<Record<string, string>> {
  const meant = texts.filter((text) => text.strategy === null || text.strategy === strategy);
  return Object.fromEntries(meant.map(({ name, value }) => [name, value]));
}

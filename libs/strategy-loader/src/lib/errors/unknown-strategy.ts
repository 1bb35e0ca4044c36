import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, nearestWord } from '@org/domain';

/** A name that no built-in strategy has. */
export function unknownStrategy(name: string, builtIn: readonly string[], cwd: string): InputError {
  const file = [`${name}.ts`, `${name}.js`].find((each) => existsSync(resolve(cwd, each)));
  const meant = file === undefined ? nearestWord(name, builtIn) : `./${file}`;
  return new InputError('strategy-unknown', {
    what: 'unknown strategy',
    found: name === '' ? 'nothing' : name,
    allowed: `${builtIn.join(', ')}, or the path of a TypeScript file`,
    ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
  });
}

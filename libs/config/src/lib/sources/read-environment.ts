import { nearestWord } from '@org/domain';
import { ENVIRONMENT_PREFIX } from '../keys/environment-name.ts';
import type { Key } from '../keys/key.ts';
import { secretProblem, unknownVariable } from '../problems/problem.ts';
import { isSecretName } from '../secrets/secret-names.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';
import { readText } from './text-forms.ts';

/** Variables of ours that are no configuration: they steer the tests. */
const RESERVED = ['ONESTEP_SHARED', 'ONESTEP_REQUIRE'];

/** Reads the `ONESTEP_` variables; an empty one counts as not set, an unknown one is a problem. */
export function readEnvironment(env: NodeJS.ProcessEnv, keys: readonly Key[]): Reading {
  const settings: Setting[] = [];
  const problems: Reading['problems'][number][] = [];
  const byName = new Map(keys.map((key) => [key.environment, key]));
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith(ENVIRONMENT_PREFIX) || RESERVED.includes(name) || !text) continue;
    const key = byName.get(name);
    const origin = { kind: 'environment', name } as const;
    if (key !== undefined) {
      settings.push({ path: key.path, value: readText([text], key.facts.text ?? 'word'), origin });
    } else if (isSecretName(name)) {
      problems.push(secretProblem('a configuration variable', name));
    } else {
      problems.push(unknownVariable(name, nearestName(name, byName.keys())));
    }
  }
  return { settings, problems };
}

/** What all have in front says nothing about which is meant. */
function nearestName(name: string, known: Iterable<string>): string | undefined {
  const endings = [...known].map((one) => one.slice(ENVIRONMENT_PREFIX.length));
  const nearest = nearestWord(name.slice(ENVIRONMENT_PREFIX.length), endings);
  return nearest === undefined ? undefined : `${ENVIRONMENT_PREFIX}${nearest}`;
}

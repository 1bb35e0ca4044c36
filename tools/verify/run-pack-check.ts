import { cardCheck } from '../pack-check/card-check.ts';
import { packCheck } from '../pack-check/pack-check.ts';
import { strangerCheck } from '../pack-check/stranger-check.ts';
import type { Check } from './check.ts';

/** Packs every library, judges the packages, and loads them from an empty project; the indicators also alone and with a card. */
export async function runPackCheck(root: string): Promise<readonly Check[]> {
  const results = [...(await packCheck(root)), await strangerCheck(root), await cardCheck(root)];
  return results.map(({ name, problems }) => ({
    name: `${name}:pack-check`,
    outcome: problems.length === 0 ? 'passed' : 'failed',
    output: problems.join('\n'),
  }));
}

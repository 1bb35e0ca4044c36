import type { Json } from '@org/domain';
import type { StrategyDefinition } from '@org/strategies';
import { describeParameters } from '@org/strategies';
import { LOADING_LIMIT_MS, loadStrategy } from '@org/strategy-loader';
import { readConfiguration } from '../run/read-configuration.ts';
import type { RunFlags } from '../run/run-flags.ts';
import type { Surroundings } from '../surroundings.ts';
import { plainTable, widthOf } from '../tables/plain-table.ts';

/** The width of the meanings: with the other columns it fits 80 characters, unless a type is long. */
const MEANING_WIDTH = 36;

/** `--describe`: what the chosen strategies can be set to, from their schemas. */
export async function describeCommand(
  flags: Pick<RunFlags, 'config' | 'strategy'>,
  around: Surroundings,
): Promise<void> {
  for (const { name } of readConfiguration(flags, around).strategies) {
    const { definition } = await loadStrategy(name, {
      cwd: around.cwd,
      signal: AbortSignal.timeout(LOADING_LIMIT_MS),
    });
    around.out(`${around.paint('bold', definition.name)}\n${parameterTable(definition, around.paint)}\n`);
  }
}

function parameterTable(definition: StrategyDefinition, paint: Surroundings['paint']): string {
  const rows = describeParameters(definition).map((row) => [
    row.name,
    row.default === undefined && !row.mustBeGiven ? 'may be left out' : textOf(row.default),
    row.type,
    row.meaning,
  ]);
  if (rows.length === 0) return '  takes no parameters';
  const head = ['parameter', 'default', 'accepts', 'meaning'].map((title) => paint('dim', title));
  const widths = [0, 1, 2].map((column) => widthOf([head, ...rows].map((row) => row[column] ?? '')));
  return plainTable([head, ...rows], {
    widths: [...widths, MEANING_WIDTH],
    alignments: ['left', 'left', 'left', 'left'],
  });
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return 'must be given';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import type { Configuration } from '@org/config';
import { loadConfig } from '@org/config';
import type { Surroundings } from '../surroundings.ts';
import type { RunFlags } from './run-flags.ts';

/**
 * The configuration of a run: its strategies and limits.
 *
 * @throws InputError that names every key and value that is wrong.
 */
export function readConfiguration(
  { config, strategy }: Pick<RunFlags, 'config' | 'strategy'>,
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Configuration {
  return loadConfig({
    file: config,
    env,
    cwd,
    flags: [{ name: '--strategy', key: 'strategies', value: strategy }],
  });
}

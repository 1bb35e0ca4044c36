import { InputError } from '@org/domain';
import { z } from 'zod';
import { chooseStrategies } from './choose-strategies.ts';
import { deepFreeze } from './deep-freeze.ts';
import { keysOf } from './keys/key.ts';
import { mergeParameters } from './merge-parameters.ts';
import { nested } from './nested.ts';
import { ConfigurationError } from './problems/configuration-error.ts';
import { resolveSettings } from './resolve-settings.ts';
import { configurationSchema } from './schema/configuration-schema.ts';
import type { StrategyChoice } from './schema/strategy-schema.ts';
import { findFile } from './sources/find-file.ts';
import { readEnvironment } from './sources/read-environment.ts';
import { readFile } from './sources/read-file.ts';
import type { Flag } from './sources/read-flags.ts';
import { readFlags } from './sources/read-flags.ts';

/** What a session was asked to be; frozen throughout. */
export type Configuration = Readonly<Omit<z.output<typeof configurationSchema>, 'strategies'>> & {
  /** What runs, one or more; this is what an app reads, whichever way it was written. */
  readonly strategies: readonly StrategyChoice[];
  /** The keys that somebody set, such as `risk.stopLoss`; all others hold their defaults. */
  readonly given: readonly string[];
};

/** Where a configuration comes from. */
export interface ConfigurationSources {
  /** The file that `--config` names; without it `onestep.yaml`, `.yml` or `.json` in `cwd`, if there is one. */
  readonly file?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly flags: readonly Flag[];
  /** Where relative paths start. */
  readonly cwd: string;
}

/**
 * Reads the configuration: a flag beats the environment, which beats the file, which beats the default. With
 * `schemaPart` an app adds keys of its own, made with `configurationKey`.
 *
 * @throws ConfigurationError with every wrong key and value, where it came from and what is allowed.
 * @throws InputError `config-file-unreadable`, `config-file-ambiguous` when there is no one file to read.
 */
export function loadConfig(sources: ConfigurationSources): Configuration;
export function loadConfig<Part extends z.ZodObject>(
  sources: ConfigurationSources & { readonly schemaPart: Part },
): Configuration & Readonly<z.output<Part>>;
export function loadConfig({
  file,
  env,
  flags,
  cwd,
  schemaPart = z.object({}),
}: ConfigurationSources & { readonly schemaPart?: z.ZodObject }): Configuration {
  const schema = z.strictObject({ ...schemaPart.shape, ...configurationSchema.shape });
  const keys = keysOf(schema);
  const found = findFile(file, cwd);
  const readings = [
    ...(found === undefined ? [] : [readFile(found, schema)]),
    readEnvironment(env, keys),
    readFlags(flags, keys),
  ];
  const settings = readings.flatMap((reading) => reading.settings);
  const { values, winners, problems } = resolveSettings(mergeParameters(settings, defaultStrategy()), keys);
  const all = [...readings.flatMap((reading) => reading.problems), ...problems];
  if (all.length > 0) throw new ConfigurationError(all);
  const common = configurationSchema.parse(nested(configurationSchema, values));
  const own = parsePart(schemaPart, values);
  return deepFreeze({
    ...own,
    ...common,
    strategies: strategiesOf(common, winners),
    given: [...winners.keys()],
  });
}

function defaultStrategy(): string {
  return configurationSchema.shape.strategy.shape.name.parse(undefined);
}

/** Keys of an app that have no default and that nobody set are found here. */
function parsePart(part: z.ZodObject, values: ReadonlyMap<string, unknown>): object {
  const result = part.safeParse(nested(part, values));
  if (result.success) return result.data;
  const facts = new Map(keysOf(part).map((key) => [key.path, key]));
  throw new ConfigurationError(
    result.error.issues.map(({ path }) => {
      const name = path.map(String).join('.');
      const key = facts.get(name);
      return new InputError('config-key-missing', {
        what: `${name} must be set`,
        ...(key === undefined ? {} : { allowed: key.facts.allowed, hint: `Or set ${key.environment}.` }),
      });
    }),
  );
}

function strategiesOf(...choice: Parameters<typeof chooseStrategies>): readonly StrategyChoice[] {
  try {
    return chooseStrategies(...choice);
  } catch (error) {
    throw error instanceof InputError ? new ConfigurationError([error]) : error;
  }
}

import type { StrategyDefinition } from '@org/strategies';
import { builtInStrategies } from '@org/strategies';
import { explainLoadError } from './errors/explain-load-error.ts';
import { contentHash } from './files/content-hash.ts';
import { defaultExport } from './default-export.ts';
import { findFile, isPath } from './files/find-file.ts';
import type { UserModule } from './files/import-user-file.ts';
import { importUserFile } from './files/import-user-file.ts';
import { shortest } from './files/shortest.ts';
import { unknownStrategy } from './errors/unknown-strategy.ts';

/** A strategy that can be bound and run. */
export interface LoadedStrategy {
  readonly definition: StrategyDefinition;
  readonly name: string;
  /**
   * Of a user's file: its sha256 in hex; where it imports others by relative path, of the list of the sums of all of
   * them. Null for a built-in strategy, which the version of the product identifies.
   */
  readonly sha256: string | null;
}

/** A strategy file has nothing to do at its top that takes long: for how many milliseconds the apps wait for one. */
export const LOADING_LIMIT_MS = 30_000;

export interface LoadOptions {
  /** Where a relative path starts. */
  readonly cwd: string;
  /** How a file is imported; by default as Node does, with the product's own packages. */
  readonly importFile?: (path: string, signal?: AbortSignal) => Promise<UserModule>;
  /** Once it is aborted, a file that is still loading is given up; without one it is waited for. */
  readonly signal?: AbortSignal;
}

/**
 * Loads a strategy: a built-in one by its name, or a user's by the path of its TypeScript or JavaScript file, which may
 * lie anywhere. What has a slash or ends in `.ts` or the like is a path. The file's imports of `@org/*` and `zod` are
 * the product's own; relative ones work as they stand. Its code runs: load only what you trust.
 *
 * @throws InputError `strategy-unknown` for a name that is none; `strategy-file-missing`, `strategy-file-directory`,
 * `strategy-file-type`; `strategy-syntax`, `strategy-type-syntax` (what type stripping cannot run), `strategy-import`,
 * `strategy-export`, `strategy-fails`, with file, line and what to write instead.
 */
export async function loadStrategy(nameOrPath: string, options: LoadOptions): Promise<LoadedStrategy> {
  if (isPath(nameOrPath)) return loadFile(nameOrPath, options);
  const definition = builtInStrategies.get(nameOrPath);
  if (definition === undefined) {
    throw unknownStrategy(nameOrPath, [...builtInStrategies.keys()], options.cwd);
  }
  return { definition, name: definition.name, sha256: null };
}

async function loadFile(
  given: string,
  { cwd, importFile = importUserFile, signal }: LoadOptions,
): Promise<LoadedStrategy> {
  const path = findFile(given, cwd);
  const show = (file: string): string => shortest(file, cwd);
  const { exports, files } = await importFile(path, signal).catch((error: unknown) => {
    throw explainLoadError(error, { path, show });
  });
  const definition = defaultExport(exports, show(path));
  return { definition, name: definition.name, sha256: contentHash(path, files) };
}

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@org/domain';

/** What a glob is made with; a path without any of them is a path. */
const GLOB = /[*?[\]{}()!+@]/;

/**
 * Makes absolute paths of paths and globs, each once. What exists is a path, whatever characters its name has, and a
 * path that does not exist is left for the reader to complain about. The matches of a glob come in order of name.
 *
 * @throws InputError `data-no-match` for a glob that matches no file.
 */
export async function expandPaths(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  const found = await Promise.all(patterns.map((pattern) => expandOne(pattern, cwd)));
  return [...new Set(found.flat())];
}

async function expandOne(pattern: string, cwd: string): Promise<readonly string[]> {
  const path = resolve(cwd, pattern);
  if (!GLOB.test(pattern) || (await exists(path))) return [path];
  // Loaded only where there is a glob: most runs name their files.
  const { glob } = await import('tinyglobby');
  const paths = await glob([pattern], { cwd, absolute: true, onlyFiles: true, expandDirectories: false });
  if (paths.length > 0) return paths.sort();
  throw new InputError('data-no-match', {
    what: 'no file matches',
    found: pattern,
    allowed: `a path or a glob, relative to ${cwd}`,
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

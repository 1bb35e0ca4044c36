import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputError, nearestWord } from '@org/domain';

const EXTENSIONS = ['.ts', '.mts', '.js', '.mjs'];

/** Whether a strategy is given by its path, rather than by its name. */
export function isPath(nameOrPath: string): boolean {
  return /[\\/]|\.[cm]?[jt]sx?$/.test(nameOrPath);
}

/**
 * The absolute path of a strategy file.
 *
 * @throws InputError `strategy-file-missing`, `strategy-file-directory`, `strategy-file-type`.
 */
export function findFile(given: string, cwd: string): string {
  const path = resolve(cwd, given);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw missing(given, path);
  if (stats.isDirectory()) throw directory(given, path);
  if (EXTENSIONS.includes(extname(path))) return path;
  throw new InputError('strategy-file-type', {
    what: 'a strategy file is TypeScript or JavaScript, as an ES module',
    place: { file: given },
    found: extname(path) === '' ? 'no extension' : extname(path),
    allowed: EXTENSIONS.join(', '),
  });
}

function missing(given: string, path: string): InputError {
  const near = nearestWord(basename(path), scripts(dirname(path)));
  return new InputError('strategy-file-missing', {
    what: 'there is no such strategy file',
    found: given,
    allowed: 'the path of a TypeScript or JavaScript file',
    ...(near === undefined ? {} : { hint: `Did you mean ${join(dirname(given), near)}?` }),
  });
}

function directory(given: string, path: string): InputError {
  const [script] = scripts(path);
  return new InputError('strategy-file-directory', {
    what: 'a strategy is one file',
    place: { file: given },
    found: 'a directory',
    allowed: 'the path of a TypeScript or JavaScript file',
    ...(script === undefined ? {} : { hint: `Did you mean ${join(given, script)}?` }),
  });
}

function scripts(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => EXTENSIONS.includes(extname(name)))
      .sort();
  } catch {
    return [];
  }
}

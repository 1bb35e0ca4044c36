import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { LoadError } from '../errors/load-error.ts';
import type { UserFile } from './user-files.ts';
import { UserFiles } from './user-files.ts';

/** A user's file after it has run. */
export interface UserModule {
  readonly exports: object;
  /** The file first, then what it imports by relative path. */
  readonly files: readonly UserFile[];
}

let shared: UserFiles | undefined;

/**
 * Imports a user's file. Node loads a module once in the life of a process, so a file that has changed since gives what
 * it gave at first.
 *
 * @throws LoadError with what Node threw and the files that had been read by then.
 */
export async function importUserFile(path: string): Promise<UserModule> {
  const files = (shared ??= hooked());
  const url = pathToFileURL(path).href;
  files.add(url);
  try {
    const exports: unknown = await beforeIdle(import(url));
    return { exports: isObject(exports) ? exports : {}, files: files.closure(url) };
  } catch (error) {
    throw new LoadError(error, files.closure(url));
  }
}

/** A file may wait at its top for what never comes: Node would end then without a word of it. */
async function beforeIdle<T>(loading: Promise<T>): Promise<T> {
  let tell = (): void => undefined;
  const idle = new Promise<never>((_, reject) => {
    tell = () => reject(new Error('an await at the top of a file that nothing ends'));
  });
  process.once('beforeExit', tell);
  try {
    return await Promise.race([loading, idle]);
  } finally {
    process.off('beforeExit', tell);
  }
}

/** The strategies' own library lies beside everything that a strategy may import. */
function hooked(): UserFiles {
  const library = createRequire(import.meta.url).resolve('@org/strategies');
  const files = new UserFiles(pathToFileURL(library).href);
  registerHooks(files);
  return files;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

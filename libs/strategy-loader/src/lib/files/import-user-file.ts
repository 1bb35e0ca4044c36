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

/** Every file of the user's that this process has read so far. */
export function loadedFiles(): readonly UserFile[] {
  return shared?.all() ?? [];
}

/**
 * Imports a user's file. Node loads a module once in the life of a process, so a file that has changed since gives what
 * it gave at first. Once the signal is aborted, a file that is still waited for is given up.
 *
 * @throws LoadError with what Node threw and the files that had been read by then.
 */
export async function importUserFile(path: string, signal?: AbortSignal): Promise<UserModule> {
  const files = (shared ??= hooked());
  const url = pathToFileURL(path).href;
  files.add(url);
  try {
    const exports: unknown = await unlessEndless(import(url), signal);
    return { exports: isObject(exports) ? exports : {}, files: files.closure(url) };
  } catch (error) {
    throw new LoadError(error, files.closure(url));
  }
}

/**
 * A file may wait at its top for what never comes. Where nothing else is under way, Node would end then without a word
 * of it; where something is, such as a timer of the file's, Node would wait with it.
 */
async function unlessEndless<T>(loading: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let giveUp = (_found: string): void => undefined;
  const endless = new Promise<never>((_, reject) => {
    giveUp = (found) => reject(new Error(found));
  });
  const idle = () => giveUp('an await at the top of a file that nothing ends');
  const late = () => giveUp('an await at the top of a file that does not end');
  process.once('beforeExit', idle);
  signal?.addEventListener('abort', late, { once: true });
  if (signal?.aborted === true) late();
  try {
    return await Promise.race([loading, endless]);
  } finally {
    process.off('beforeExit', idle);
    signal?.removeEventListener('abort', late);
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

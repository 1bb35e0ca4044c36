import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';
import { InputError } from '@org/domain';
import { makeFolder } from '@org/files';

/** A file to be: its name, and its text in pieces. */
export interface FileToWrite {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/**
 * Writes files into a folder, which is made where it is missing, all or none: each is written under a passing name
 * first, and only when the last is complete do they take their own. What stood there before is replaced.
 *
 * @throws InputError `out-not-writable` when the folder cannot be made or written to; nothing half-written is left.
 */
export function writeWhole(folder: string, files: readonly FileToWrite[]): void {
  const begun: string[] = [];
  const passing = (name: string) => join(folder, `.${name}.partial`);
  try {
    makeFolder(folder);
    for (const { name, pieces } of files) writePieces(passing(name), pieces, begun);
    for (const { name } of files) renameSync(passing(name), join(folder, name));
  } catch (error) {
    for (const path of begun) rmSync(path, { force: true });
    throw notWritable(folder, error);
  }
}

/** Puts the path among the `begun` as soon as there is a file to take away again. */
function writePieces(path: string, pieces: Iterable<string>, begun: string[]): void {
  const file = openSync(path, 'w');
  begun.push(path);
  try {
    // On a disk that gets full writeSync leaves a piece cut, and throws nothing.
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** What the file system refuses is the reader's to mend; anything else is ours and passes unchanged. */
function notWritable(folder: string, error: unknown): unknown {
  if (!types.isNativeError(error) || !('syscall' in error)) return error;
  return new InputError(
    'out-not-writable',
    {
      what: 'the report cannot be written here',
      place: { file: folder },
      found: error.message,
      allowed: 'a folder that can be written to, or one that does not exist yet',
    },
    { cause: error },
  );
}

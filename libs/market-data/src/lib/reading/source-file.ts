import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { InputError } from '@org/domain';
import { isZip, unzipOnly } from './zip.ts';

/** A file as it was found, and what is in it. */
export interface SourceFile {
  /** The path as it was given. */
  readonly path: string;
  readonly name: string;
  /** Of the file's bytes as they are stored, so that `sha256sum` shows the same. */
  readonly sha256: string;
  /** The content, unpacked. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a file that may be plain, gzip or zip (of one file), told apart by its first bytes.
 *
 * @throws InputError `file-missing`, `file-is-directory`, `file-unreadable`, `file-empty`, `file-damaged` (a gzip or
 * zip that ends too early or does not unpack), `zip-content` (a zip of none or several files).
 */
export function readSourceFile(path: string): SourceFile {
  const stored = readStored(path);
  const bytes = unpack(path, stored);
  if (stored.length === 0 || bytes.length === 0) {
    throw new InputError('file-empty', {
      what: 'the file is empty',
      place: { file: path },
      found: `${stored.length} bytes`,
      allowed: 'a file with content',
    });
  }
  return { path, name: basename(path), sha256: createHash('sha256').update(stored).digest('hex'), bytes };
}

function readStored(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): InputError {
  const code = errorCode(error);
  const place = { file: path };
  switch (code) {
    case 'ENOENT':
      return new InputError(
        'file-missing',
        { what: 'there is no such file', place, allowed: 'an existing file' },
        { cause: error },
      );
    case 'EISDIR':
      return new InputError(
        'file-is-directory',
        {
          what: 'cannot read a directory',
          place,
          found: 'a directory',
          allowed: 'a file, or a glob of files',
        },
        { cause: error },
      );
    default:
      return new InputError(
        'file-unreadable',
        { what: 'the file cannot be read', place, found: code, allowed: 'a file that this user may read' },
        { cause: error },
      );
  }
}

function unpack(path: string, stored: Uint8Array): Uint8Array {
  const gzip = stored[0] === 0x1f && stored[1] === 0x8b;
  if (!gzip && !isZip(stored)) return stored;
  try {
    return gzip ? gunzipSync(stored) : unzipOnly(path, stored);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const truncated = errorCode(error) === 'Z_BUF_ERROR';
    throw new InputError(
      'file-damaged',
      {
        what: `the ${gzip ? 'gzip' : 'zip'} file does not unpack`,
        place: { file: path },
        found: truncated ? 'its end is missing' : String(error),
        allowed: 'a whole file',
        hint: 'Download or copy it again.',
      },
      { cause: error },
    );
  }
}

/** The code of an error of Node's, whose class may be another realm's. */
function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

/** A file as it stood when it was read. */
export interface FileContents {
  readonly text: string;
  /** POSIX permission bits, such as 0o600; null where the system has none. */
  readonly mode: number | null;
}

/** Reads files with their permissions; throws what the system throws. */
export interface SecretFiles {
  read(path: string): FileContents;
}

/** The real files. Permissions are those of the very file that was opened, also behind a link. */
export const systemFiles: SecretFiles = {
  read(path) {
    const file = openSync(path, 'r');
    try {
      const mode = process.platform === 'win32' ? null : fstatSync(file).mode & 0o777;
      return { text: readFileSync(file, 'utf8'), mode };
    } finally {
      closeSync(file);
    }
  },
};

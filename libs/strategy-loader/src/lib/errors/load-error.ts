import type { UserFile } from '../files/user-files.ts';

/** What Node threw while it loaded a user's file, with the files that had been read by then. */
export class LoadError extends Error {
  readonly files: readonly UserFile[];

  constructor(cause: unknown, files: readonly UserFile[]) {
    super('a strategy file could not be loaded', { cause });
    this.name = 'LoadError';
    this.files = files;
  }
}

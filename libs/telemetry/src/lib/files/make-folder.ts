import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with all that it lies in, where they are missing: one by one, for Node's own `recursive` never comes
 * back where the system refuses a folder as if its parent were missing, which Linux does below `/proc`.
 *
 * @throws Error of the file system where it cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(path)) throw error;
  }
}

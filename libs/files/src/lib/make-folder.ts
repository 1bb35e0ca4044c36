import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with all that it lies in, where they are missing. Node's own `recursive` never comes back where a folder
 * is refused as if its parent were missing, which Linux does below `/proc`. Gives the outermost folder that it made, null
 * where all were there.
 *
 * @throws Error of the file system, with `code` and `syscall`, where it cannot be made.
 */
export function makeFolder(path: string): string | null {
  if (existsSync(path) && statSync(path).isDirectory()) return null;
  const parent = dirname(path);
  const outermost = existsSync(parent) ? null : makeFolder(parent);
  try {
    mkdirSync(path);
    return outermost ?? path;
  } catch (error) {
    // Somebody else may have made it in the meantime.
    if (!existsSync(path) || !statSync(path).isDirectory()) throw error;
    return outermost;
  }
}

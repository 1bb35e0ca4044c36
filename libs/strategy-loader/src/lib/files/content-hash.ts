import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import type { UserFile } from './user-files.ts';

/**
 * What identifies a strategy file and all that it imports by relative path, wherever they lie: of a single file the
 * plain sha256 of its bytes (as `sha256sum` prints it); of several the sha256 of lines `<sha256>  <path>`, the paths
 * relative to the strategy file with slashes, sorted.
 */
export function contentHash(path: string, files: readonly UserFile[]): string {
  const [only, ...more] = files;
  if (only !== undefined && more.length === 0) return sha256(only.source);
  const lines = files.map((file) => {
    const fromStrategy = relative(dirname(path), file.path).split(sep).join('/');
    return `${fromStrategy}\n${sha256(file.source)}  ${fromStrategy}\n`;
  });
  const sums = lines.sort().map((line) => line.slice(line.indexOf('\n') + 1));
  return sha256(sums.join(''));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

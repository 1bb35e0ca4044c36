import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LibraryRequest } from './library-files.ts';
import { libraryFiles } from './library-files.ts';

/**
 * Writes the files of a library below `root`/libs. A file that exists stays as it is, so the generator can
 * complete a library that somebody began by hand. The licence is that of `root`. Returns the paths written, relative to the
 * library.
 */
export function writeLibrary(root: string, request: LibraryRequest): readonly string[] {
  const folder = join(root, 'libs', request.name);
  const written: string[] = [];
  for (const [path, text] of libraryFiles(request, readFileSync(join(root, 'LICENSE'), 'utf8'))) {
    const target = join(folder, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    written.push(path);
  }
  return written;
}

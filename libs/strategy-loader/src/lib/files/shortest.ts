import { relative } from 'node:path';

/** Files below the working directory are shown from there. */
export function shortest(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError } from '@org/domain';
import { placeOf } from './source-place.ts';

/** An import of a user's file that leads nowhere, with the line that asks for it. */
export function failedImport(
  specifier: string,
  { path, source }: { readonly path: string; readonly source: string },
  cause: unknown,
): InputError {
  return new InputError(
    'strategy-import',
    {
      what: 'this import leads nowhere',
      place: { file: path, ...importPlace(specifier, source) },
      found: `'${specifier}'`,
      allowed: '@org/*, zod, relative paths, node:*, and packages installed beside the file',
      ...hint(specifier, path),
    },
    { cause },
  );
}

function importPlace(specifier: string, source: string) {
  const offsets = [`'${specifier}'`, `"${specifier}"`].map((quoted) => source.indexOf(quoted));
  const offset = offsets.find((each) => each >= 0);
  return offset === undefined ? {} : placeOf(offset, source);
}

/** Imports name files in full: where the extension is left out or is that of a build, the right one is told. */
function hint(specifier: string, path: string): { hint: string } | Record<never, never> {
  if (!specifier.startsWith('.')) return {};
  const bare = specifier.replace(/\.[cm]?js$/, '');
  const candidates = [`${bare}.ts`, `${bare}.mts`, `${bare}/index.ts`, `${bare}.js`, `${bare}.mjs`];
  const found = candidates.find((each) => existsSync(resolve(dirname(path), each)));
  return found === undefined ? {} : { hint: `Write '${found}'.` };
}

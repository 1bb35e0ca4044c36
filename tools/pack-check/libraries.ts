import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A publishable library, as its package.json states it. */
export interface Library {
  /** Name of its folder and Nx project; its package is `@org/<name>`. */
  readonly name: string;
  readonly folder: string;
  /** Oldest major version of Node that it states. */
  readonly oldestNode: number;
  /** What users may import: `@org/<name>`, `@org/<name>/testing`. */
  readonly entries: readonly string[];
  /** Libraries of this repository that it needs, by name. */
  readonly needs: readonly string[];
}

const manifest = z.object({
  name: z.string(),
  engines: z.object({ node: z.string().regex(/^>=\d+/) }),
  exports: z.record(z.string(), z.unknown()),
  dependencies: z.record(z.string(), z.string()).default({}),
});

const scope = '@org/';

/** Every library below `root`/libs, in the order of their names. */
export function readLibraries(root: string): readonly Library[] {
  return readdirSync(join(root, 'libs'))
    .sort()
    .map((name) => readLibrary(name, join(root, 'libs', name)));
}

function readLibrary(name: string, folder: string): Library {
  const stated = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return {
    name,
    folder,
    oldestNode: Number.parseInt(stated.engines.node.slice('>='.length), 10),
    entries: Object.keys(stated.exports)
      .filter((entry) => entry !== './package.json')
      .map((entry) => stated.name + entry.slice('.'.length)),
    needs: Object.keys(stated.dependencies)
      .filter((dependency) => dependency.startsWith(scope))
      .map((dependency) => dependency.slice(scope.length)),
  };
}

/** The libraries named, and all that they need in turn; all libraries where none is named. */
export function withNeeds(libraries: readonly Library[], names: readonly string[]): readonly Library[] {
  if (names.length === 0) return libraries;
  const unknown = names.find((name) => !libraries.some((library) => library.name === name));
  if (unknown !== undefined) throw new Error(`no library is called '${unknown}'`);
  const wanted = new Set(names);
  for (const name of wanted) {
    for (const need of libraries.find((library) => library.name === name)?.needs ?? []) wanted.add(need);
  }
  return libraries.filter(({ name }) => wanted.has(name));
}

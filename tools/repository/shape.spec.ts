import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { libraryFiles } from '../new-lib/library-files.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const libraries = readdirSync(join(root, 'libs'));

const manifest = z.object({
  version: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** What the generator would make of a library of this name. */
const generated = (name: string) =>
  libraryFiles(
    { name, sentence: '', oldestNode: '22.19', usesNode: true, imports: [], version: '0.0.0' },
    read('LICENSE'),
  );

/** The same in every package; what is the library's own is left out. */
const shared = z.object({
  name: z.string(),
  license: z.string(),
  type: z.string(),
  sideEffects: z.boolean(),
  main: z.string(),
  module: z.string(),
  types: z.string(),
  exports: z.looseObject({ '.': z.unknown(), './package.json': z.unknown() }).transform((all) => all['.']),
  publishConfig: z.unknown(),
});

describe.each(libraries)('the library %s', (name) => {
  const files = generated(name);
  const packageJson: unknown = JSON.parse(read(`libs/${name}/package.json`));

  it('has the files that the generator makes', () => {
    expect([...files.keys()].filter((file) => !existsSync(join(root, 'libs', name, file)))).toEqual([]);
    expect(read(`libs/${name}/LICENSE`)).toBe(files.get('LICENSE'));
    expect(read(`libs/${name}/README.md`)).toMatch(new RegExp(`^# @org/${name}\n`));
  });

  it('states in its package what every library states', () => {
    const made: unknown = JSON.parse(files.get('package.json') ?? '');
    expect(shared.parse(packageJson)).toEqual(shared.parse(made));
  });

  it('has words to be found by, and dependencies in exact versions', () => {
    const { description, keywords, dependencies } = manifest.parse(packageJson);
    expect(description).toMatch(/\.$/);
    expect(keywords.length).toBeGreaterThan(1);
    expect(Object.values(dependencies).filter((range) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual(
      [],
    );
  });
});

it('all libraries have one version', () => {
  const versions = libraries.map(
    (name) => manifest.parse(JSON.parse(read(`libs/${name}/package.json`))).version,
  );
  expect(new Set(versions).size).toBe(1);
});

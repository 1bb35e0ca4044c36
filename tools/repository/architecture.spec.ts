import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The table of libraries in the document: each with what it may import. */
function documented(): ReadonlyMap<string, readonly string[]> {
  const rows = read('docs/architecture.md').matchAll(/^\| `([\w-]+)` +\| [^|]+\| ([^|]+?) +\|$/gm);
  return new Map(
    Array.from(rows, ([, name = '', imports = '']) => [
      name,
      imports === 'nothing' ? [] : imports.split(', ').sort(),
    ]),
  );
}

/** The table that the lint holds. */
function held(): ReadonlyMap<string, readonly string[]> {
  const [, table = ''] = /const mayImport = \{\n([\s\S]*?)\n\};/.exec(read('eslint.config.mjs')) ?? [];
  const rows = table.matchAll(/^ {2}'?([\w-]+)'?: \[([^\]]*)\],$/gm);
  return new Map(
    Array.from(rows, ([, name = '', imports = '']) => [
      name,
      Array.from(imports.matchAll(/'([\w-]+)'/g), ([, lib = '']) => lib).sort(),
    ]),
  );
}

describe('the table of who may import whom', () => {
  it('has a row for each library, and none for others', () => {
    expect([...held().keys()].sort()).toEqual(readdirSync(join(root, 'libs')).sort());
  });

  it('is the same in docs/architecture.md', () => {
    expect(Object.fromEntries(documented())).toEqual(Object.fromEntries(held()));
  });
});

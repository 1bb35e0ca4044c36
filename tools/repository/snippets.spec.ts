import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snippetFindings, snippetsOf } from './snippets.ts';

const root = join(import.meta.dirname, '../..');
const libraries = readdirSync(join(root, 'libs')).filter((name) =>
  existsSync(join(root, 'libs', name, 'README.md')),
);

const pageOf = (name: string) => {
  const page = `libs/${name}/README.md`;
  return snippetsOf(page, readFileSync(join(root, page), 'utf8'));
};

describe('the README of a library', () => {
  it.each(libraries)('opens with a snippet: %s', (name) => {
    // A headline, and an empty line.
    expect(pageOf(name)[0]).toMatchObject({ line: 4 });
  });

  it('shows nothing that the compiler refuses', () => {
    expect(snippetFindings(root, libraries.flatMap(pageOf))).toEqual([]);
  }, 120_000);
});

describe('a snippet', () => {
  const page = [
    '# A page',
    '',
    '```ts',
    "import { amount } from '@org/domain';",
    'const units: string = amount(1n);',
    '```',
    '',
    '```ts',
    'view.isNew(1)',
    '```',
  ].join('\n');

  it('is one where it has imports', () => {
    expect(snippetsOf('a.md', page)).toMatchObject([{ page: 'a.md', line: 4 }]);
  });

  it('is refused by page and line', () => {
    expect(snippetFindings(root, snippetsOf('a.md', page))).toEqual([
      "a.md:5: Type 'Amount' is not assignable to type 'string'.",
    ]);
  }, 120_000);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { snippetFindings, snippetsOf } from './snippets.ts';

const root = join(import.meta.dirname, '../..');
const libraries = readdirSync(join(root, 'libs')).filter((name) =>
  existsSync(join(root, 'libs', name, 'README.md')),
);

const snippetsOn = (page: string) => snippetsOf(page, readFileSync(join(root, page), 'utf8'));
const pageOf = (name: string) => snippetsOn(`libs/${name}/README.md`);

describe('the README of a library', () => {
  it.each(libraries)('opens with a snippet: %s', (name) => {
    // A headline, and an empty line.
    expect(pageOf(name)[0]).toMatchObject({ line: 4 });
  });

  it('shows nothing that the compiler refuses', () => {
    expect(snippetFindings(root, libraries.flatMap(pageOf))).toEqual([]);
  }, 120_000);
});

describe('a page that users are sent to', () => {
  const documents = ['adding-a-strategy', 'exchange-client', 'local-binance', 'market-data-store'];
  const pages = ['README.md', ...documents.map((name) => `docs/${name}.md`)];

  it('shows nothing that the compiler refuses', () => {
    const shown = pages.map(snippetsOn);
    expect(shown.map(({ length }) => length > 0)).toEqual(pages.map(() => true));
    // A snippet that imports another one of its page stands beside it, which the compiler is not told.
    const alone = shown.flat().filter(({ text }) => !text.includes(" from './"));
    expect(snippetFindings(root, alone)).toEqual([]);
  }, 120_000);

  it('has an editor check strategies by a configuration that TypeScript reads', () => {
    const [, json = ''] =
      /```json\n(.*?)```/s.exec(readFileSync(join(root, 'docs/adding-a-strategy.md'), 'utf8')) ?? [];
    const { options, errors } = ts.parseJsonConfigFileContent(
      ts.parseConfigFileTextToJson('tsconfig.json', json).config,
      { ...ts.sys, readDirectory: () => ['breakout.ts'] },
      join(root, 'strategies'),
    );
    expect(errors).toEqual([]);
    expect(options).toMatchObject({ strict: true, noEmit: true, customConditions: ['@org/source'] });
  });
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

  it('may stand in a list', () => {
    const listed = page.replaceAll(/^(?=.)/gm, '   ');
    expect(snippetsOf('a.md', listed)).toEqual(snippetsOf('a.md', page));
  });

  it('is refused by page and line', () => {
    expect(snippetFindings(root, snippetsOf('a.md', page))).toEqual([
      "a.md:5: Type 'Amount' is not assignable to type 'string'.",
    ]);
  }, 120_000);
});

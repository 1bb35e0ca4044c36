import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failedImport } from './failed-import.ts';

describe('a failed import', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onestep-strategies-'));
    mkdirSync(join(folder, 'parts'));
    for (const name of ['one.ts', 'two.js', 'parts/index.ts']) writeFileSync(join(folder, name), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fail = (specifier: string, source = '') =>
    failedImport(specifier, { path: join(folder, 'mine.ts'), source }, new Error('cause'));

  it.each([
    ['./one', './one.ts'],
    ['./one.js', './one.ts'],
    ['./two', './two.js'],
    ['./parts', './parts/index.ts'],
    ['../x/../one', undefined],
  ])('%s is told to be written %s', (specifier, written) => {
    expect(fail(specifier).facts.hint).toBe(written === undefined ? undefined : `Write '${written}'.`);
  });

  it.each([
    ["import a from 'a';\nimport one from './one';", { line: 2, column: 17 }],
    ['\n\nimport "./one";', { line: 3, column: 8 }],
    ['import(`./${name}`)', {}],
  ])('is placed where it is written: %j', (source, place) => {
    expect(fail('./one', source).facts.place).toEqual({ file: join(folder, 'mine.ts'), ...place });
  });

  it('is told what can be imported, and keeps what Node said', () => {
    const error = fail('left-pad');
    expect(error.facts).toMatchObject({ found: "'left-pad'", allowed: expect.stringContaining('zod') });
    expect(error.cause).toEqual(new Error('cause'));
  });
});

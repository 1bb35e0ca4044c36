import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFile, isPath } from './find-file.ts';

describe('telling a path from a name', () => {
  it.each([
    './mine',
    '../mine.ts',
    '/abs/mine.ts',
    'mine.ts',
    'mine.mjs',
    'mine.cts',
    'mine.tsx',
    'a\\mine',
    '.\\m.ts',
  ])('takes %s for a path', (text) => expect(isPath(text)).toBe(true));

  it.each(['mine', 'sma-cross', 'v1.2', 'ts', ''])('takes %j for a name', (text) =>
    expect(isPath(text)).toBe(false),
  );
});

describe('finding a strategy file', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'onestep-strategies-'));
    for (const name of ['mine.ts', 'mine.cts', 'mine', 'mine.mjs']) writeFileSync(join(cwd, name), '');
    mkdirSync(join(cwd, 'folder'));
    mkdirSync(join(cwd, 'empty.ts'));
    writeFileSync(join(cwd, 'folder', 'inner.ts'), '');
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  it.each(['mine.ts', './mine.ts', 'folder/../mine.ts'])('starts at the working directory: %s', (path) => {
    expect(findFile(path, cwd)).toBe(join(cwd, 'mine.ts'));
  });

  it('takes an absolute path as it is', () => {
    expect(findFile(join(cwd, 'mine.mjs'), '/elsewhere')).toBe(join(cwd, 'mine.mjs'));
  });

  it('suggests the nearest file beside the missing one', () => {
    expect(() => findFile('./mien.ts', cwd)).toThrow(
      'there is no such strategy file; found ./mien.ts; allowed: the path of a TypeScript or JavaScript file. ' +
        'Did you mean mine.ts?',
    );
    expect(() => findFile('folder/iner.ts', cwd)).toThrow(`Did you mean ${join('folder', 'inner.ts')}?`);
    expect(() => findFile('gone/mine.ts', cwd)).toThrow(/JavaScript file$/);
  });

  it('refuses a directory, and names a file in it', () => {
    expect(() => findFile('./folder', cwd)).toThrow(
      './folder: a strategy is one file; found a directory; allowed: the path of a TypeScript or JavaScript file. ' +
        `Did you mean ${join('folder', 'inner.ts')}?`,
    );
    expect(() => findFile('empty.ts', cwd)).toThrow(/found a directory; [^?]*$/);
  });

  it.each([
    ['mine.cts', '.cts'],
    ['./mine', 'no extension'],
  ])('refuses %s, which is no ES module', (path, found) => {
    expect(() => findFile(path, cwd)).toThrow(`found ${found}; allowed: .ts, .mts, .js, .mjs`);
  });
});

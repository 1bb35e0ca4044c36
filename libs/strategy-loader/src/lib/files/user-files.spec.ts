import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { LoadFnOutput, LoadHookContext, ResolveHookContext } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '@org/domain';
import { UserFiles } from './user-files.ts';

const PRODUCT = 'file:///product/strategies.js';
const MINE = 'file:///user/mine.ts';

const resolving = (parentURL?: string): ResolveHookContext => ({
  conditions: [],
  importAttributes: {},
  parentURL,
});
const loading: LoadHookContext = { conditions: [], importAttributes: {}, format: 'commonjs' };

/** Answers as Node would for files that exist, and says from where it was asked. */
const found = (specifier: string, context?: Partial<ResolveHookContext>) => ({
  url: new URL(specifier, context?.parentURL).href,
  format: context?.parentURL ?? '',
});

function userFiles(): UserFiles {
  const files = new UserFiles(PRODUCT);
  files.add(MINE);
  return files;
}

describe('finding modules', () => {
  it.each(['@org/strategies', '@org/domain', 'zod', 'zod/v4'])(
    'looks for %s beside the product',
    (specifier) => {
      expect(userFiles().resolve(specifier, resolving(MINE), found).format).toBe(PRODUCT);
    },
  );

  it.each(['zodiac', 'rxjs', 'node:fs', './own.ts'])('looks for %s beside the file', (specifier) => {
    expect(userFiles().resolve(specifier, resolving(MINE), found).format).toBe(MINE);
  });

  it.each([undefined, 'file:///app/main.ts'])('leaves the imports of %s alone', (parent) => {
    const next = jest.fn(() => ({ url: 'file:///x' }));
    const context = resolving(parent);
    expect(userFiles().resolve('zod', context, next)).toEqual({ url: 'file:///x' });
    expect(next).toHaveBeenCalledWith('zod', context);
  });

  it('knows files by the relative imports that lead to them, and follows these', () => {
    const files = userFiles();
    files.resolve('./b.ts', resolving(MINE), found);
    files.resolve('../c.ts', resolving('file:///user/b.ts'), found);
    files.resolve('./mine.ts', resolving('file:///user/b.ts'), found);
    files.resolve('node:fs', resolving(MINE), found);
    files.resolve('./d.ts', resolving('file:///app/main.ts'), found);
    expect(files.closure(MINE).map(({ path }) => path)).toEqual(['/user/mine.ts', '/user/b.ts', '/c.ts']);
  });

  it('names the line of an import that leads nowhere', () => {
    const files = userFiles();
    files.load(MINE, loading, () => ({ format: null, source: "\nimport 'gone';" }));
    const nowhere = () => {
      throw new Error('ERR_MODULE_NOT_FOUND');
    };
    const act = () => files.resolve('gone', resolving(MINE), nowhere);
    expect(act).toThrow(InputError);
    expect(act).toThrow("/user/mine.ts:2:8: this import leads nowhere; found 'gone'");
    expect(() => files.resolve('elsewhere', resolving(MINE), nowhere)).toThrow('/user/mine.ts: this import');
  });
});

describe('reading modules', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onestep-strategies-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes every file of the user for TypeScript in an ES module', () => {
    const next = jest.fn((): LoadFnOutput => ({ format: 'module-typescript', source: 'x' }));
    userFiles().load(MINE, loading, next);
    expect(next).toHaveBeenCalledWith(MINE, { ...loading, format: 'module-typescript' });
  });

  it.each(['data.json', 'old.cjs'])('leaves %s what it is', (name) => {
    const files = userFiles();
    const url = `file:///user/${name}`;
    files.add(url);
    const next = jest.fn((): LoadFnOutput => ({ format: 'json', source: '{}' }));
    files.load(url, loading, next);
    expect(next).toHaveBeenCalledWith(url, loading);
  });

  it('leaves files of others alone', () => {
    const next = jest.fn((): LoadFnOutput => ({ format: 'commonjs' }));
    userFiles().load('file:///app/main.ts', loading, next);
    expect(next).toHaveBeenCalledWith('file:///app/main.ts', loading);
  });

  it.each([
    ['text', 'text'],
    ['bytes', Buffer.from('bytes')],
  ])('remembers what was read as %s', (text, source) => {
    const files = userFiles();
    files.load(MINE, loading, () => ({ format: null, source }));
    expect(String(files.closure(MINE)[0]?.source)).toBe(String(Buffer.from(text)));
  });

  it('reads for itself what Node does not show', () => {
    const path = join(folder, 'old.cjs');
    writeFileSync(path, 'text');
    const url = pathToFileURL(path).href;
    const files = new UserFiles(PRODUCT);
    files.add(url);
    files.load(url, loading, () => ({ format: 'commonjs' }));
    expect(String(files.closure(url)[0]?.source)).toBe('text');
  });
});

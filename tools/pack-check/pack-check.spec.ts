import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { libraryFiles } from '../new-lib/library-files.ts';
import { packCheck } from './pack-check.ts';

const repository = join(import.meta.dirname, '../..');

describe('the pack check', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'onestep-pack-check-'));
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function writeBuilt(name: string, files: Record<string, string>): void {
    const request = { name, sentence: 's', usesNode: false, imports: [], version: '1.0.0' };
    const made = libraryFiles({ ...request, oldestNode: '20' }, 'the licence');
    for (const [path, text] of [...made, ...Object.entries(files)]) {
      const target = join(root, 'libs', name, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }

  const types = 'declare const one: number;\nexport { one };\n';
  const sound = {
    'dist/index.js': 'export const one = 1;\n',
    'dist/index.cjs': "'use strict';\nexports.one = 1;\n",
    'dist/index.d.ts': types,
    'dist/index.d.cts': types,
  };

  it('passes a library that loads both ways', async () => {
    writeBuilt('sound', sound);
    expect(await packCheck(root)).toEqual([{ name: 'sound', problems: [] }]);
  }, 60_000);

  it('tells what is missing, differs or does not load, library by library', async () => {
    writeBuilt('uneven', { ...sound, 'dist/index.cjs': "'use strict';\nexports.two = 2;\n" });
    const { 'dist/index.d.cts': _types, ...untyped } = sound;
    writeBuilt('untyped', untyped);
    const problems = Object.fromEntries(
      (await packCheck(root)).map((each) => [each.name, each.problems.join('\n')]),
    );
    expect(problems['uneven']).toContain('@org/uneven exports one by import and two by require');
    expect(problems['untyped']).toContain('publint');
    expect(problems['untyped']).toContain('index.d.cts');
  }, 60_000);
});

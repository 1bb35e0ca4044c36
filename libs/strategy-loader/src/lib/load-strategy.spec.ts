import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtInStrategies, smaCross } from '@org/strategies';
import { loadStrategy } from '../index.ts';

/** Real files, loaded by a real Node: under jest a dynamic import is another thing. */
const FILES = {
  'mine.ts': `import type { Interval } from '@org/domain';
import { defineStrategy, hold, indicator } from '@org/strategies';
import { z } from 'zod';

const interval: Interval = '1h';
export default defineStrategy({
  name: 'mine',
  parameters: z.object({ period: z.int().min(2).default(5).describe(interval) }),
  indicators: (p) => ({ average: indicator('sma', { period: p.period }) }),
  decide: (state) => hold(state),
});
`,
  'mine.js': `import { defineStrategy, hold } from '@org/strategies';
import { z } from 'zod';
export default defineStrategy({ name: 'plain', parameters: z.object({}), decide: (state) => hold(state) });
`,
  'with-parts.ts': `import strategy from './mine.ts';
import { one } from './parts/one.ts';
import settings from './parts/settings.json' with { type: 'json' };
import { createRequire } from 'node:module';
if (one + settings.two !== 3 || typeof createRequire !== 'function') throw new Error('parts');
export default strategy;
`,
  'parts/one.ts': `import './other.ts';\nexport const one: number = 1;\n`,
  'parts/other.ts': `import './one.ts';\n`,
  'parts/settings.json': `{ "two": 2 }\n`,
  'commonjs/package.json': `{ "type": "commonjs", "dependencies": { "zod": "0.0.1" } }`,
  'commonjs/node_modules/zod/package.json': `{ "name": "zod", "version": "0.0.1" }`,
  'commonjs/node_modules/zod/index.js': `throw new Error('not the product’s own');`,
  'commonjs/mine.ts': `import strategy from '../mine.ts';\nimport { z } from 'zod';\nz.object({});\nexport default strategy;\n`,
  'packages/node_modules/helper/package.json': `{ "name": "helper", "type": "module", "exports": "./index.js" }`,
  'packages/node_modules/helper/index.js': `export const help = 'helped';`,
  'packages/mine.ts': `import strategy from '../mine.ts';\nimport { help } from 'helper';\nif (help !== 'helped') throw new Error();\nexport default strategy;\n`,

  'enum.ts': `const first = 1;\n  enum Side { Buy }\n`,
  'namespace.ts': `namespace Sides { export const buy = 1; }\n`,
  'parameter-property.ts': `class Sized {\n  constructor(private size: number) {}\n}\n`,
  'import-equals.ts': `import fs = require('node:fs');\n`,
  'export-equals.ts': `export = 3;\n`,
  'imports-enum.ts': `import './enum.ts';\n`,

  'syntax.ts': `const a = 1;\nconst b = ;\n`,
  'syntax.mjs': `const a = 1;\nconst b = ;\n`,
  'twice.ts': `const a: number = 1;\n  const a = 2;\n`,
  'imports-twice.ts': `import './twice.ts';\n`,
  'decorator.ts': `@sealed class A {}\n`,

  'type-import.ts': `import { z } from 'zod';\nimport { Interval } from '@org/domain';\n`,
  'no-extension.ts': `import { one } from './parts/one';\n`,
  'built-extension.ts': `import { one } from "./parts/one.js";\n`,
  'no-file.ts': `\nimport './gone.ts';\n`,
  'no-package.ts': `import 'a-package-that-nobody-has';\n`,
  'no-library.ts': `import '@org/no-library';\n`,

  'fails.ts': `\nconst a: { b?: { c: number } } = {};\na.b!.c;\n`,
  'throws.ts': `throw 3;\n`,
  'reads-badly.ts': `JSON.parse('{');\n`,
  'common.js': `module.exports = {};\n`,
  'waits.ts': `await new Promise(() => {});\n`,
  'exits-by-error.ts': `throw Object.assign(new RangeError('too many'), { code: 'E_MANY' });\n`,

  'named.ts': `import strategy from './mine.ts';\nexport const mine = strategy;\n`,
  'nothing.ts': ``,

  // The last files: while their timer is set, Node never finds that nothing is under way.
  'waits-busily.ts': `setInterval(() => undefined, 1e6);\nawait new Promise(() => {});\n`,
  'waits-on.ts': `await new Promise(() => {});\n`,
};

const BAD_NAMES = ['sma-cros', 'mine', 'nothing-like-it'];

interface Outcome {
  readonly name?: string;
  readonly sha256?: string | null;
  readonly bound?: unknown;
  readonly code?: string;
  readonly message?: string;
  readonly kind?: string;
}

const SCRIPT = `
const [loader, library, cwd, ...strategies] = process.argv.slice(2);
const { loadStrategy } = await import(loader);
const { bindStrategy } = await import(library);
for (const strategy of strategies) {
  let outcome;
  const patience = new AbortController();
  const { signal } = patience;
  if (strategy === 'waits-busily.ts') patience.abort();
  if (strategy === 'waits-on.ts') setImmediate(() => patience.abort());
  try {
    const { definition, name, sha256 } = await loadStrategy(strategy, { cwd, signal });
    const { parameters } = bindStrategy(definition, { id: 'a', symbols: ['BTCUSDT'], interval: '1h', set: {} });
    outcome = { name, sha256, bound: parameters };
  } catch ({ code, message, name }) {
    outcome = { code, message, kind: name };
  }
  console.log(JSON.stringify([strategy, outcome]));
}
process.exit();
`;

let cwd: string;
let outcomes: ReadonlyMap<string, Outcome>;
let complaints: string;

beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'onestep-strategies-')));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const scripts = Object.keys(FILES).filter(
    (path) => !path.includes('node_modules') && !path.endsWith('.json'),
  );
  const all = [...scripts, join(cwd, 'mine.ts'), './mine.ts', 'sma-cross', ...BAD_NAMES];
  const script = join(cwd, 'load-all.mjs');
  writeFileSync(script, SCRIPT);
  const ours = ['src/index.ts', '../strategies/src/index.ts'].map(
    (path) => pathToFileURL(join(import.meta.dirname, '../..', path)).href,
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@org/source', script, ...ours, cwd, ...all],
    // A file that is not given up would be waited for.
    { encoding: 'utf8', timeout: 50_000 },
  );
  complaints = stderr;
  const lines: readonly [string, Outcome][] = JSON.parse(`[${stdout.trimEnd().split('\n').join(',')}]`);
  outcomes = new Map(lines);
}, 60_000);

afterAll(() => rmSync(cwd, { recursive: true }));

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe("a user's strategy file", () => {
  it.each(['mine.ts', './mine.ts'])('is loaded by its path %s, with the packages of the product', (path) => {
    expect(outcomes.get(path)).toEqual({
      name: 'mine',
      sha256: sha256(FILES['mine.ts']),
      bound: { period: 5 },
    });
  });

  it('is loaded from anywhere on the disk', () => {
    expect(outcomes.get(join(cwd, 'mine.ts'))).toMatchObject({ name: 'mine' });
  });

  it('may be JavaScript', () => {
    expect(outcomes.get('mine.js')).toEqual({ name: 'plain', sha256: sha256(FILES['mine.js']), bound: {} });
  });

  it('may import its own files, JSON, and Node; all of them are in its sum', () => {
    const sums = [
      'mine.ts',
      'parts/one.ts',
      'parts/other.ts',
      'parts/settings.json',
      'with-parts.ts',
    ] as const;
    const list = sums.map((path) => `${sha256(FILES[path])}  ${path}\n`);
    expect(outcomes.get('with-parts.ts')).toMatchObject({ name: 'mine', sha256: sha256(list.join('')) });
  });

  it('is an ES module and has the product’s own packages, whatever package it lies in', () => {
    expect(outcomes.get('commonjs/mine.ts')).toMatchObject({ name: 'mine' });
  });

  it('may import packages that are installed beside it', () => {
    expect(outcomes.get('packages/mine.ts')).toMatchObject({ name: 'mine' });
  });

  it('is loaded without a word on stderr', () => {
    expect(complaints).toBe('');
  });
});

describe('TypeScript that is more than types', () => {
  it.each([
    ['enum.ts', 'enum.ts:2:3: ', 'found TypeScript enum. Write an object: const Side = '],
    [
      'namespace.ts',
      'namespace.ts:1:1: ',
      'found TypeScript namespace declaration. Write the exports at the top',
    ],
    [
      'parameter-property.ts',
      'parameter-property.ts:2:23: ',
      'found TypeScript parameter property. Declare the field',
    ],
    [
      'import-equals.ts',
      'import-equals.ts:1:1: ',
      'found TypeScript import equals declaration. Write import name from',
    ],
    [
      'export-equals.ts',
      'export-equals.ts:1:1: ',
      'found TypeScript export assignment. Write export default.',
    ],
    ['imports-enum.ts', 'enum.ts:2:3: ', 'found TypeScript enum. Write an object'],
  ])('in %s is refused with its place and what to write instead', (path, place, advice) => {
    const { code, message, kind } = outcomes.get(path) ?? {};
    expect({ code, kind }).toEqual({ code: 'strategy-type-syntax', kind: 'InputError' });
    expect(message?.startsWith(place)).toBe(true);
    expect(message).toContain(advice);
  });
});

describe('a syntax error', () => {
  it.each([
    ['syntax.ts', 'syntax.ts:2:11: syntax error; found Expression expected'],
    ['syntax.mjs', 'syntax.mjs:2:11: syntax error; found Expression expected'],
    ['twice.ts', "twice.ts:2:9: syntax error; found Identifier 'a' has already been declared"],
    ['imports-twice.ts', "twice.ts:2:9: syntax error; found Identifier 'a' has already been declared"],
    ['decorator.ts', 'decorator.ts:1:1: syntax error; found Invalid or unexpected token'],
  ])('in %s is named with file, line and column', (path, message) => {
    expect(outcomes.get(path)).toEqual({ code: 'strategy-syntax', message, kind: 'InputError' });
  });
});

describe('an import that leads nowhere', () => {
  it.each([
    [
      'no-extension.ts',
      "no-extension.ts:1:21: this import leads nowhere; found './parts/one'; ",
      "Write './parts/one.ts'.",
    ],
    ['built-extension.ts', "found './parts/one.js'; ", "Write './parts/one.ts'."],
    [
      'no-file.ts',
      "no-file.ts:2:8: this import leads nowhere; found './gone.ts'; ",
      'installed beside the file',
    ],
    [
      'no-package.ts',
      "no-package.ts:1:8: this import leads nowhere; found 'a-package-",
      'allowed: @org/*, zod, ',
    ],
    [
      'no-library.ts',
      "no-library.ts:1:8: this import leads nowhere; found '@org/no-library'",
      'allowed: @org/*',
    ],
    [
      'type-import.ts',
      "type-import.ts:2:10: this import cannot be; found The requested module '@org/domain' ",
      'If Interval is a type, write import type { Interval }.',
    ],
  ])('in %s is named with its line', (path, start, end) => {
    const { code, message } = outcomes.get(path) ?? {};
    expect(code).toBe('strategy-import');
    expect(message).toContain(start);
    expect(message).toContain(end);
  });
});

describe('a file that fails when it runs', () => {
  it.each([
    [
      'fails.ts',
      'fails.ts:3:6: the strategy file fails when it is loaded; found TypeError: Cannot read properties of',
    ],
    ['throws.ts', 'throws.ts: the strategy file fails when it is loaded; found 3'],
    [
      'reads-badly.ts',
      'reads-badly.ts:1:6: the strategy file fails when it is loaded; found Expected property name',
    ],
    [
      'common.js',
      'common.js:1:1: the strategy file fails when it is loaded; found ReferenceError: module is not defined',
    ],
    [
      'exits-by-error.ts',
      'exits-by-error.ts:1:21: the strategy file fails when it is loaded; found RangeError: too many',
    ],
    [
      'waits.ts',
      'waits.ts: the strategy file fails when it is loaded; found an await at the top of a file that nothing ends',
    ],
    [
      'waits-busily.ts',
      'waits-busily.ts: the strategy file fails when it is loaded; found an await at the top of a file that does not end',
    ],
    [
      'waits-on.ts',
      'waits-on.ts: the strategy file fails when it is loaded; found an await at the top of a file that does not end',
    ],
  ])('%s is named with its line', (path, message) => {
    const outcome = outcomes.get(path);
    expect(outcome?.code).toBe('strategy-fails');
    expect(outcome?.message).toContain(message);
  });

  it('is told to be an ES module when it is not', () => {
    expect(outcomes.get('common.js')?.message).toMatch(/A strategy file is an ES module: write import/);
  });
});

describe('a file without a strategy', () => {
  it.each([
    ['nothing.ts', 'nothing.ts: a strategy file exports its strategy by default; found no exports; '],
    [
      'named.ts',
      'found no default export, only mine; allowed: what defineStrategy gives. Write export default mine.',
    ],
  ])('%s is refused', (path, message) => {
    expect(outcomes.get(path)?.code).toBe('strategy-export');
    expect(outcomes.get(path)?.message).toContain(message);
  });
});

describe('a name', () => {
  it.each([...builtInStrategies])(
    '%s is that of a built-in strategy, which has no file to sum',
    async (name, definition) => {
      expect(await loadStrategy(name, { cwd })).toEqual({ definition, name, sha256: null });
    },
  );

  it('is known to a real Node as well', () => {
    expect(outcomes.get('sma-cross')).toMatchObject({ name: 'sma-cross', sha256: null });
  });

  it.each([
    [
      'sma-cros',
      /found sma-cros; allowed: sma-cross, .*, or the path of a TypeScript file\. Did you mean sma-cross\?$/,
    ],
    ['mine', /found mine; .* Did you mean \.\/mine\.ts\?$/],
    ['nothing-like-it', /found nothing-like-it; .* or the path of a TypeScript file$/],
  ])('%s that is none lists the built-in ones and suggests', (name, message) => {
    expect(outcomes.get(name)?.code).toBe('strategy-unknown');
    expect(outcomes.get(name)?.message).toMatch(message);
  });

  it('that is empty is nothing', async () => {
    await expect(loadStrategy('', { cwd })).rejects.toThrow('unknown strategy; found nothing');
  });
});

describe('how a file is imported', () => {
  const source = Buffer.from('source');

  it('can be given', async () => {
    const loaded = await loadStrategy('mine.ts', {
      cwd,
      importFile: (path) => Promise.resolve({ exports: { default: smaCross }, files: [{ path, source }] }),
    });
    expect(loaded).toEqual({ definition: smaCross, name: 'sma-cross', sha256: sha256('source') });
  });

  it('may fail by a fault of ours, which stays what it is', async () => {
    const fault = new TypeError('ours');
    const importFile = () => Promise.reject(fault);
    await expect(loadStrategy('mine.ts', { cwd, importFile })).rejects.toBe(fault);
  });
});

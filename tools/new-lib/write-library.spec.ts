import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conditionsOf, libraryFiles } from './library-files.ts';
import { parseRequest } from './parse-request.ts';
import { writeLibrary } from './write-library.ts';

const root = join(import.meta.dirname, '../..');
const licence = readFileSync(join(root, 'LICENSE'), 'utf8');

const request = {
  name: 'journal',
  sentence: 'The durable, ordered record of what happened.',
  oldestNode: '22.19',
  usesNode: true,
  imports: ['domain'],
  version: '1.2.3',
} as const;

function fileOf(path: string, changes: Partial<typeof request> = {}): string {
  return libraryFiles({ ...request, ...changes }, licence).get(path) ?? `no ${path}`;
}

describe('a new library', () => {
  it('has the files of the one shape', () => {
    expect([...libraryFiles(request, licence).keys()]).toEqual([
      'README.md',
      'LICENSE',
      'package.json',
      'tsconfig.json',
      'tsconfig.lib.json',
      'tsconfig.spec.json',
      'jest.config.cjs',
      'tsup.config.ts',
      'eslint.config.mjs',
      'src/index.ts',
    ]);
  });

  it('is named, tagged and versioned with the others, and served from source before dist', () => {
    expect(JSON.parse(fileOf('package.json'))).toMatchObject({
      name: '@org/journal',
      version: '1.2.3',
      engines: { node: '>=22.19' },
      dependencies: { '@org/domain': '1.2.3' },
      nx: { name: 'journal', tags: ['type:lib', 'lib:journal'] },
    });
    const conditions = fileOf('package.json').slice(fileOf('package.json').indexOf('"exports"'));
    expect(conditions.indexOf('@org/source')).toBeLessThan(conditions.indexOf('import'));
  });

  it('has no dependencies where it imports nothing', () => {
    const { imports: _imports, ...alone } = request;
    const manifest = libraryFiles({ ...alone, imports: [] }, licence).get('package.json');
    expect(manifest).not.toContain('dependencies');
  });

  it('is built for the Node that it states', () => {
    expect(fileOf('tsup.config.ts')).toContain("target: 'node22'");
    expect(libraryFiles({ ...request, oldestNode: '20' }, licence).get('tsup.config.ts')).toContain(
      "target: 'node20'",
    );
  });

  it('sees the types of Node only where it uses Node', () => {
    expect(fileOf('tsconfig.lib.json')).toContain('"node"');
    expect(libraryFiles({ ...request, usesNode: false }, licence).get('tsconfig.lib.json')).not.toContain(
      '"types"',
    );
  });

  it.each(readdirSync(join(root, 'libs')))('has the shape that %s has', (name) => {
    const folder = join(root, 'libs', name);
    const missing = [...libraryFiles(request, licence).keys()].filter(
      (path) => !existsSync(join(folder, path)),
    );
    expect(missing).toEqual([]);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe(licence);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      name: `@org/${name}`,
      keywords: expect.arrayContaining(['trading']),
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      exports: { '.': conditionsOf('index') },
      nx: { name, tags: ['type:lib', `lib:${name}`] },
    });
  });
});

describe('writing a library', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'onestep-new-lib-'));
    writeFileSync(join(place, 'LICENSE'), licence);
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('writes every file below libs', () => {
    const written = writeLibrary(place, request);
    expect(written).toHaveLength(10);
    expect(written.every((path) => existsSync(join(place, 'libs/journal', path)))).toBe(true);
  });

  it('leaves alone what exists', () => {
    const index = join(place, 'libs/journal/src/index.ts');
    mkdirSync(join(index, '..'), { recursive: true });
    writeFileSync(index, 'mine');
    expect(writeLibrary(place, request)).not.toContain('src/index.ts');
    expect(readFileSync(index, 'utf8')).toBe('mine');
  });
});

describe("the generator's command line", () => {
  it('asks for a library', () => {
    const args = ['journal', '--sentence', request.sentence, '--imports', 'domain', '--uses-node'];
    expect(parseRequest(args, '1.2.3')).toEqual({ kind: 'request', request });
  });

  it.each([
    [[], 'one name is needed, got 0'],
    [['a', 'b'], 'one name is needed, got 2'],
    [['Journal', '--sentence', 's'], "the name 'Journal' is not kebab-case"],
    [['journal'], '--sentence is missing'],
    [['journal', '--sentence', 's', '--node', '18'], '--node 18: allowed are 20 and 22.19'],
    [['journal', '--colour', 'red'], "Unknown option '--colour'"],
  ])('refuses %j and shows the usage', (args, reason) => {
    const parsed = parseRequest(args, '1.2.3');
    expect(parsed).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
    expect(parsed).toMatchObject({ reason: expect.stringContaining('Usage: npm run new-lib') });
  });
});

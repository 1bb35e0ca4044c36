import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTypes } from './check-types.ts';

describe('the types of all projects', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'onestep-types-'));
    write('tsconfig.json', { files: [], references: [{ path: './one' }, { path: './two' }] });
    project('one', []);
    project('two', ['one']);
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function write(path: string, content: unknown) {
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }

  function project(name: string, needs: readonly string[]) {
    mkdirSync(join(root, name), { recursive: true });
    write(`${name}/tsconfig.json`, {
      compilerOptions: { composite: true, lib: ['es5'], skipLibCheck: true, types: [], outDir: 'out' },
      files: ['main.ts'],
      references: needs.map((need) => ({ path: `../${need}` })),
    });
    write(`${name}/main.ts`, 'export const count: 1 = 1;\n');
  }

  const findings = () => checkTypes(join(root, 'tsconfig.json')).filter(({ folder }) => folder !== root);

  it('are told by project, and leave declarations behind', () => {
    expect(findings().map(({ folder }) => folder)).toEqual([join(root, 'one'), join(root, 'two')]);
    expect(existsSync(join(root, 'one/out/main.d.ts'))).toBe(true);
  });

  it('show an error at its project alone, by place, and again the next time', () => {
    write('two/main.ts', 'export const count: 1 = 2;\n');
    const texts = () => findings().map(({ text }) => text.split('\n')[0]);
    const error = `two/main.ts(1,14): error TS2322: Type '2' is not assignable to type '1'.`;
    const first = texts();
    expect(first.at(1)).toContain(error);
    expect(first.at(0)).toBe('');
    expect(texts()).toEqual(first);
  });

  it('leave out projects that wait for each other', () => {
    project('one', ['two']);
    expect(findings()).toEqual([]);
  });
});

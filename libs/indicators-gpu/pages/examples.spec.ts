import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicators } from '../src/index.ts';

const library = join(__dirname, '..');
const FIELDS = [...new Set([...indicators].flatMap(({ inputs }) => inputs))];

/** What an example of a document prints when it is run as it stands, and what it complains of. */
function runExample(document: string, index = 0): { printed: string; complaints: string } {
  return run(exampleOf(document, index));
}

function exampleOf(document: string, index = 0): string {
  const text = readFileSync(join(library, document), 'utf8');
  return Array.from(text.matchAll(/```ts\n([\s\S]*?)```/g), ([, code]) => code)[index] ?? '';
}

function run(example: string): { printed: string; complaints: string } {
  const flags = ['--conditions=@org/source', '--disable-warning=ExperimentalWarning', '--input-type=module'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, '--eval', example], {
    cwd: library,
    encoding: 'utf8',
  });
  // Where there is no card, its driver grumbles and all goes on without.
  return { printed: stdout, complaints: status === 0 ? '' : `${status} ${stderr}` };
}

describe('the example', () => {
  it('that the README begins with runs, and prints the stream and the newest values', () => {
    const { printed, complaints } = runExample('README.md');
    expect(complaints).toBe('');
    const lines = printed.trim().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => 'NaN'));
    expect(lines[100]?.split(' ')).toHaveLength(6);
    expect(lines[100]).not.toContain('NaN');
    expect(lines[100]?.startsWith(`${lines[99]} `)).toBe(true);
  });

  it('of the README on many series runs, and says what computed it', () => {
    const { printed, complaints } = runExample('README.md', 1);
    expect(complaints).toBe('');
    expect(printed).toMatch(
      /^(webgpu|webasm) \[ \{ period: 5 \}, \{ period: 10 \}, \{ period: 20 \} \] 3000\n$/,
    );
  });

  it('of the page on many series runs, and says what computed it', () => {
    const { printed, complaints } = runExample('../../docs/indicators/gpu.md');
    expect(complaints).toBe('');
    expect(printed).toMatch(/^(webgpu|webasm) /);
    expect(printed).toContain('3000');
  });

  // Those of macd and of seven others called what they give by the indicator's own name, or by a column's.
  it('of every indicator’s page runs, where the columns that it reads are at hand', () => {
    const scopes = [...indicators].map(({ name, inputs }) => {
      const example = exampleOf(`../../docs/indicators/${name}.md`);
      const [imported = '', ...lines] = example.split('\n');
      expect(imported).toBe(`import { ${name} } from '@org/indicators-gpu';`);
      return `(({ ${inputs.join(', ')} }) => { const { ${name} } = library;\n${lines.join('\n')} })(columns);`;
    });
    const { complaints } = run(
      [
        "import * as library from '@org/indicators-gpu';",
        'const column = Float64Array.from({ length: 300 }, (_, bar) => bar + 1);',
        `const columns = { ${FIELDS.map((field) => `${field}: column`).join(', ')} };`,
        ...scopes,
      ].join('\n'),
    );
    expect(complaints).toBe('');
  });
});

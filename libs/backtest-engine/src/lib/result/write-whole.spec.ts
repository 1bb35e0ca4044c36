import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '@org/domain';
import { writeWhole } from './write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onestep-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function* breaking(): Generator<string> {
  yield 'half';
  throw new RangeError('out of luck');
}

describe('files written whole', () => {
  it('come from their pieces, in a folder that is made', () => {
    writeWhole(join(folder, 'a/b'), [{ name: 'one.txt', pieces: ['on', 'e'] }]);
    expect(readFileSync(join(folder, 'a/b/one.txt'), 'utf8')).toBe('one');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['one.txt']);
  });

  it('replace what stood there', () => {
    writeFileSync(join(folder, 'one.txt'), 'a longer text before');
    writeWhole(folder, [{ name: 'one.txt', pieces: ['new'] }]);
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('new');
  });

  it('leave everything as it was where one cannot be finished', () => {
    writeFileSync(join(folder, 'one.txt'), 'before');
    const files = [
      { name: 'one.txt', pieces: ['after'] },
      { name: 'two.txt', pieces: breaking() },
    ];
    expect(() => writeWhole(folder, files)).toThrow(RangeError);
    expect(readdirSync(folder)).toEqual(['one.txt']);
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('before');
  });

  it('are refused with the folder’s name where a file stands in its place', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const write = () => writeWhole(file, [{ name: 'one.txt', pieces: [] }]);
    expect(write).toThrow(InputError);
    expect(write).toThrow(`${file}: the report cannot be written here`);
  });

  it('are refused where a folder stands in a file’s place', () => {
    mkdirSync(join(folder, '.one.txt.partial/full'), { recursive: true });
    expect(() => writeWhole(folder, [{ name: 'one.txt', pieces: [] }])).toThrow(InputError);
  });

  const hasLimit = spawnSync('prlimit', ['--version']).status === 0 ? it : it.skip;
  hasLimit(
    'leave everything as it was where the disk gets full inside a piece (needs the command prlimit)',
    () => {
      writeFileSync(join(folder, 'one.txt'), 'before');
      const program = `
      import { writeWhole } from ${JSON.stringify(pathToFileURL(join(__dirname, 'write-whole.ts')).href)};
      writeWhole(${JSON.stringify(folder)}, [{ name: 'one.txt', pieces: ['longer than ten'] }]);
    `;
      const node = [process.execPath, '--conditions=@org/source', '--input-type=module', '--eval', program];
      const { status, stderr } = spawnSync('prlimit', ['--fsize=10', ...node], { encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toContain(
        `${folder}: the report cannot be written here; found EFBIG: file too large, write`,
      );
      expect(readdirSync(folder)).toEqual(['one.txt']);
      expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('before');
    },
  );
});

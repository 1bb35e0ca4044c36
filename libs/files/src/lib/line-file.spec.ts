import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineFile } from './line-file.ts';

let place: string;
let path: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'onestep-lines-'));
  path = join(place, 'lines');
});
afterEach(() => rmSync(place, { recursive: true }));

const content = () => readFileSync(path, 'utf8');

describe('a file of lines', () => {
  it('holds each line when the call returns', () => {
    const file = new LineFile(path);
    file.append('one\n');
    expect(content()).toBe('one\n');
    file.append('two\n');
    expect([content(), file.length]).toEqual(['one\ntwo\n', 8]);
    file.close();
  });

  it('keeps what stood in it', () => {
    writeFileSync(path, 'before\n');
    const file = new LineFile(path);
    expect(file.length).toBe(7);
    file.append('one\n');
    file.close();
    expect(content()).toBe('before\none\n');
  });

  it('lets a line that was cut, by the end of power for instance, stand alone', () => {
    writeFileSync(path, 'bef');
    const file = new LineFile(path);
    file.append('one\n');
    file.append('two\n');
    file.close();
    expect(content()).toBe('bef\none\ntwo\n');
  });

  it('tells when it was moved or deleted', () => {
    const file = new LineFile(path);
    expect(file.isGone).toBe(false);
    renameSync(path, `${path}.1`);
    expect(file.isGone).toBe(true);
    writeFileSync(path, '');
    expect(file.isGone).toBe(true);
    renameSync(`${path}.1`, path);
    expect(file.isGone).toBe(false);
    file.close();
  });

  it('cannot be where nothing may be', () => {
    expect(() => new LineFile(place)).toThrow('EISDIR');
    expect(() => new LineFile(join(place, 'nowhere/lines'))).toThrow('ENOENT');
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('says so each time where nothing can be written, and nothing taken back', () => {
    const file = new LineFile('/dev/full');
    expect(() => file.append('one\n')).toThrow('ENOSPC');
    expect(() => file.append('two\n')).toThrow('ENOSPC');
    file.close();
  });

  const hasLimit = spawnSync('prlimit', ['--version']).status === 0 ? it : it.skip;
  hasLimit('takes back a line that found no room to its end (needs the command prlimit)', () => {
    const program = `
      import { LineFile } from ${JSON.stringify(pathToFileURL(join(__dirname, 'line-file.ts')).href)};
      const file = new LineFile(${JSON.stringify(path)});
      file.append('123456\\n');
      const codes = ['7890\\n', '78\\n'].map((line) => {
        try {
          file.append(line);
        } catch (error) {
          return error.code;
        }
      });
      process.stdout.write(JSON.stringify(codes));
    `;
    const limited = ['--fsize=10', process.execPath, '--input-type=module', '--eval', program];
    const { stdout, stderr } = spawnSync('prlimit', limited, { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['["EFBIG",null]', '']);
    expect(content()).toBe('123456\n78\n');
  });
});

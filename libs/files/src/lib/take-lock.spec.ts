import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeLock } from './take-lock.ts';

let root: string;
let lock: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onestep-lock-'));
  mkdirSync(join(root, 'data'));
  lock = join(root, 'data', '.lock');
});
afterEach(() => rmSync(root, { recursive: true }));

function taken(path = lock): () => void {
  const answer = takeLock(path);
  if (!answer.isTaken) throw new Error(`it belongs to ${answer.owner}`);
  return answer.release;
}

/** The id of a process that has ended. */
const gone = () => String(spawnSync(process.execPath, ['--version']).pid);

/** The id, and on Linux when the process began. */
const own = new RegExp(`^${process.pid}( \\d+)?$`);

describe('a lock', () => {
  it('names the process that has it, and is gone when it is let go', () => {
    const release = taken();
    expect(readFileSync(lock, 'utf8')).toMatch(own);
    release();
    expect(existsSync(lock)).toBe(false);
    expect(release).not.toThrow();
  });

  it('is for one at a time, in one process too, by whatever path', () => {
    const release = taken();
    symlinkSync(join(root, 'data'), join(root, 'link'));
    const owned = { isTaken: false, owner: `process ${process.pid}` };
    expect(takeLock(lock)).toEqual(owned);
    expect(takeLock(join(root, 'link', '.lock'))).toEqual(owned);
    release();
    taken()();
  });

  it('of another process that runs is left alone', () => {
    writeFileSync(lock, String(process.ppid));
    expect(takeLock(lock)).toEqual({ isTaken: false, owner: `process ${process.ppid}` });
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
  });

  it('that names nobody may be about to, and is left alone', () => {
    writeFileSync(lock, '');
    expect(takeLock(lock)).toEqual({ isTaken: false, owner: 'a process without a name' });
  });

  it('of a process that is gone is taken over, and of one before this with its id', () => {
    writeFileSync(lock, gone());
    const release = taken();
    expect(readdirSync(join(root, 'data'))).toEqual(['.lock']);
    expect(readFileSync(lock, 'utf8')).toMatch(own);
    release();
    writeFileSync(lock, String(process.pid));
    taken()();
    expect(readdirSync(join(root, 'data'))).toEqual([]);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('of a process that is gone is taken over, though another has its id by now', () => {
    writeFileSync(lock, `${process.ppid} 1`);
    taken()();
    // Process 1 began with the machine, or with its part of it.
    const [, began] = /\) (?:\S+ ){19}(\d+) /.exec(readFileSync('/proc/1/stat', 'latin1')) ?? [];
    writeFileSync(lock, `1 ${began}`);
    expect(takeLock(lock)).toEqual({ isTaken: false, owner: 'process 1' });
  });

  const hasLimit = spawnSync('prlimit', ['--version']).status === 0 ? it : it.skip;
  hasLimit('is not left behind without a name where the disk is full (needs the command prlimit)', () => {
    const program = `
      import { takeLock } from ${JSON.stringify(pathToFileURL(join(__dirname, 'take-lock.ts')).href)};
      takeLock(${JSON.stringify(lock)});
    `;
    const limited = ['--fsize=0', process.execPath, '--input-type=module', '--eval', program];
    const { stderr } = spawnSync('prlimit', limited, { encoding: 'utf8' });
    expect(stderr).toContain('EFBIG: file too large, write');
    expect(readdirSync(join(root, 'data'))).toEqual([]);
  });

  it('that was deleted by hand and taken by another is not taken from that one', () => {
    const release = taken();
    writeFileSync(lock, String(process.ppid));
    release();
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
  });

  it('needs a folder', () => {
    expect(() => takeLock(join(root, 'nowhere', '.lock'))).toThrow('ENOENT');
    writeFileSync(join(root, 'file'), '');
    expect(() => takeLock(join(root, 'file', '.lock'))).toThrow('ENOTDIR');
  });
});

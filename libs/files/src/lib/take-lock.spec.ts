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

describe('a lock', () => {
  it('names the process that has it, and is gone when it is let go', () => {
    const release = taken();
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
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
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    release();
    writeFileSync(lock, String(process.pid));
    taken()();
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

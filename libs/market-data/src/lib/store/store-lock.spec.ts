import { spawnSync } from 'node:child_process';
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
import { lockStore } from './store-lock.ts';

let root: string;
let folder: string;
let lock: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onestep-lock-'));
  folder = join(root, 'data');
  lock = join(folder, '.lock');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A lock that names somebody. */
function leave(owner: string): void {
  mkdirSync(folder);
  writeFileSync(lock, owner);
}

/** The id of a process that has ended. */
const gone = () => String(spawnSync(process.execPath, ['--version']).pid);

describe('the lock of a store', () => {
  it('names the process that has it, and is gone when it is let go', () => {
    const release = lockStore(folder);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    release();
    expect(existsSync(lock)).toBe(false);
  });

  it('is for one at a time, in one process too', () => {
    const release = lockStore(folder);
    expect(() => lockStore(folder)).toThrow(
      `something else writes to the store in ${folder}; found process ${process.pid} in ${lock}; ` +
        'allowed: one download at a time in a store',
    );
    release();
    lockStore(folder)();
  });

  it('of another process that runs is left alone, with what to do about it', () => {
    leave(String(process.ppid));
    expect(() => lockStore(folder)).toThrow(
      /Wait until it is done.*If no such process runs, delete the lock/,
    );
    expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
  });

  it('that names nobody may be about to, and is left alone', () => {
    leave('');
    expect(() => lockStore(folder)).toThrow('found a process without a name');
  });

  it('of a process that is gone is taken over, and of one before this with its id', () => {
    leave(gone());
    const release = lockStore(folder);
    expect(readdirSync(folder)).toEqual(['.lock']);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    release();
    writeFileSync(lock, String(process.pid));
    lockStore(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('needs a folder that can be written to', () => {
    writeFileSync(folder, 'a file');
    expect(() => lockStore(folder)).toThrow('the store cannot be written here');
  });
});

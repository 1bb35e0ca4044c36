import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('the lock of a store', () => {
  it('makes the folder, and leaves nothing in it when it is let go', () => {
    const release = lockStore(folder);
    expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`));
    release();
    expect(existsSync(lock)).toBe(false);
  });

  it('is for one at a time, and says what to do about it', () => {
    mkdirSync(folder);
    writeFileSync(lock, String(process.ppid));
    expect(() => lockStore(folder)).toThrow(
      `something else writes to the store in ${folder}; found process ${process.ppid} in ${lock}; ` +
        'allowed: one download at a time in a store',
    );
    expect(() => lockStore(folder)).toThrow(
      /Wait until it is done.*If no such process runs, delete the lock/,
    );
  });

  it('needs a folder that can be written to', () => {
    writeFileSync(folder, 'a file');
    expect(() => lockStore(folder)).toThrow('the store cannot be written here');
  });
});

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
import { holdOutFolder } from './hold-out-folder.ts';

describe('the folder that --out names', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'onestep-out-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('is made, and stays without its lock', () => {
    const folder = join(root, 'deep/inside');
    const release = holdOutFolder(folder);
    expect(readFileSync(join(folder, '.lock'), 'utf8')).toBe(String(process.pid));
    writeFileSync(join(folder, 'report'), '');
    release();
    expect(readdirSync(folder)).toEqual(['report']);
  });

  it('is not left behind where nothing was written, unless it was there before', () => {
    holdOutFolder(join(root, 'deep/inside'))();
    expect(readdirSync(root)).toEqual([]);
    holdOutFolder(root)();
    expect(existsSync(root)).toBe(true);
  });

  it('belongs to one session at a time, which the refusal names with what to do', () => {
    writeFileSync(join(root, '.lock'), String(process.ppid));
    expect(() => holdOutFolder(root)).toThrow(
      `another session writes to ${root}; found process ${process.ppid} in ${root}/.lock; ` +
        'allowed: one session at a time in a folder. Wait until it ends, or name another folder with --out.',
    );
  });

  it('is refused where it cannot be', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => holdOutFolder(join(root, 'file/inside'))).toThrow(
      `${root}/file/inside: nothing can be written here; found ENOTDIR`,
    );
    mkdirSync(join(root, '.lock'));
    expect(() => holdOutFolder(root)).toThrow('found a process without a name');
  });
});

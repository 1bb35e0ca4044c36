import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

describe('making a folder', () => {
  const place = mkdtempSync(join(tmpdir(), 'onestep-folders-'));
  afterAll(() => rmSync(place, { recursive: true }));

  it('makes what it lies in as well', () => {
    expect(makeFolder(join(place, 'a/b/c'))).toBe(join(place, 'a'));
    expect(existsSync(join(place, 'a/b/c'))).toBe(true);
  });

  it('leaves one that is there', () => {
    expect(makeFolder(place)).toBeNull();
    expect(existsSync(place)).toBe(true);
  });

  it('says what stands in the way', () => {
    const file = join(place, 'a-file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow(`EEXIST: file already exists, mkdir '${file}'`);
    expect(() => makeFolder(join(file, 'b'))).toThrow('ENOTDIR: not a directory');
    expect(() => makeFolder(join(file, 'b/c'))).toThrow('ENOTDIR: not a directory');
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('comes back where the system will not have one', () => {
    expect(() => makeFolder('/proc/onestep/reports')).toThrow('ENOENT');
  });
});

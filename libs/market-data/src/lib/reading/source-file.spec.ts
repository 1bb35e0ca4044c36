import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { TemporaryFolder, pack } from '../../testing/candle-files.ts';
import { readSourceFile } from './source-file.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const TEXT = 'open_time,open\n1,2\n'.repeat(100);

describe('a source file', () => {
  it.each(['plain', 'gzip', 'zip'] as const)('is unpacked (%s) and hashed as it is stored', (packing) => {
    const stored = pack(TEXT, packing);
    const path = folder.write('data.csv', stored);
    const file = readSourceFile(path);
    expect(Buffer.from(file.bytes).toString()).toBe(TEXT);
    expect(file).toMatchObject({ path, name: 'data.csv' });
    expect(file.sha256).toBe(createHash('sha256').update(stored).digest('hex'));
  });

  it('must exist', () => {
    const path = join(folder.path, 'absent.csv');
    expect(() => readSourceFile(path)).toThrow(`${path}: there is no such file`);
  });

  it('is no directory', () => {
    expect(() => readSourceFile(folder.path)).toThrow(`${folder.path}: cannot read a directory`);
  });

  it('must be readable', () => {
    const path = join(folder.write('file.csv', 'x'), 'below.csv');
    expect(() => readSourceFile(path)).toThrow(`${path}: the file cannot be read; found ENOTDIR`);
  });

  it.each(['plain', 'gzip', 'zip'] as const)('must not be empty (%s)', (packing) => {
    const path = folder.write('empty.csv', '', packing);
    expect(() => readSourceFile(path)).toThrow('the file is empty');
  });

  it.each([
    ['gzip', 'the gzip file does not unpack; found its end is missing'],
    ['zip', 'the zip file does not unpack'],
  ] as const)('must not be cut short (%s)', (packing, message) => {
    const whole = pack(TEXT, packing);
    const path = folder.write('cut', whole.subarray(0, whole.length - 20));
    expect(() => readSourceFile(path)).toThrow(message);
  });

  it('must unpack to what was packed', () => {
    const damaged = Uint8Array.from(pack(TEXT, 'gzip'), (byte, index) => (index > 20 ? byte ^ 0x55 : byte));
    expect(() => readSourceFile(folder.write('damaged.gz', damaged))).toThrow('does not unpack; found');
  });

  it('is the only one in its zip', () => {
    const two = zipSync({ 'a.csv': Buffer.from('a'), 'b.csv': Buffer.from('b'), 'c/': new Uint8Array() });
    expect(() => readSourceFile(folder.write('two.zip', two))).toThrow(
      'found a.csv, b.csv; allowed: one file',
    );
    expect(() => readSourceFile(folder.write('none.zip', zipSync({})))).toThrow('found none');
  });
});

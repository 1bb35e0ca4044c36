import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { TemporaryFolder, pack, zipOf } from '../../testing/candle-files.ts';
import { readSourceFile } from './source-file.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const TEXT = 'open_time,open\n1,2\n'.repeat(100);

/** A zip of the line `1,2`, not compressed, as Python's zipfile writes it into a pipe. */
const STREAMED = Buffer.from(
  'UEsDBBQACAAAAAAAIQAAAAAAAAAAAAAAAAAFAAAAYS5jc3YxLDIKUEsHCDNCIVUEAAAABAAAAFBLAQIUAxQACAAAAAAA' +
    'IQAzQiFVBAAAAAQAAAAFAAAAAAAAAAAAAACAAQAAAABhLmNzdlBLBQYAAAAAAQABADMAAAA3AAAAAAA=',
  'base64',
);

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

  it.each([
    ['it says to hold less', (zip: Buffer) => zip.writeUInt32LE(19, entryOf(zip) + 24), 'than 19 bytes'],
    [
      'it says to hold more',
      (zip: Buffer) => zip.writeUInt32LE(2000, entryOf(zip) + 24),
      '1900 bytes where 2000',
    ],
    ['the check sum is another', (zip: Buffer) => zip.writeUInt32LE(7, 14), 'CRC32 checksum failed'],
    ['it is encrypted', (zip: Buffer) => zip.writeUInt16LE(1, entryOf(zip) + 8), 'it is encrypted'],
    [
      'it is packed in a newer way',
      (zip: Buffer) => zip.writeUInt16LE(12, entryOf(zip) + 10),
      'unsupported compression method',
    ],
    ['an entry has moved', (zip: Buffer) => zip.writeUInt32LE(7, entryOf(zip) + 42), 'Invalid LOC header'],
    ['the directory has moved', (zip: Buffer) => zip.writeUInt32LE(7, endOf(zip) + 16), 'Invalid CEN header'],
  ])('is refused in a zip where %s', (_name, harm, message) => {
    const zip = zipOf({ 'data.csv': TEXT });
    harm(zip);
    expect(() => readSourceFile(folder.write('harmed.zip', zip))).toThrow(
      'the zip file does not unpack; found ',
    );
    expect(() => readSourceFile(folder.write('harmed.zip', zip))).toThrow(message);
  });

  it('may be in a zip that has a comment, or places of 64 bits', () => {
    const zip = zipOf({ 'data.csv': TEXT });
    const comment = Buffer.from('made by hand');
    zip.writeUInt16LE(comment.length, endOf(zip) + 20);
    for (const stored of [Buffer.concat([zip, comment]), withWidePlaces(zipOf({ 'data.csv': TEXT }))]) {
      expect(Buffer.from(readSourceFile(folder.write('other.zip', stored)).bytes).toString()).toBe(TEXT);
    }
  });

  it('may be in a zip whose writer knew the sizes only afterwards', () => {
    const { bytes } = readSourceFile(folder.write('streamed.zip', STREAMED));
    expect(Buffer.from(bytes).toString()).toBe('1,2\n');
  });

  it('is refused where a digit of it has become another in the zip', () => {
    const damaged = Buffer.from(STREAMED);
    damaged.write('3', damaged.indexOf('1,2'));
    expect(() => readSourceFile(folder.write('digit.zip', damaged))).toThrow(
      'the zip file does not unpack; found Error: ADM-ZIP: CRC32 checksum failed',
    );
  });

  it('is not one of two of the same name', () => {
    const zip = zipOf({ 'data.csv': TEXT });
    const [content, entry, end] = [
      zip.subarray(0, entryOf(zip)),
      zip.subarray(entryOf(zip), endOf(zip)),
      endOf(zip),
    ];
    const twice = Buffer.concat([content, entry, entry, zip.subarray(end)]);
    twice.writeUInt16LE(2, endOf(twice) + 8);
    twice.writeUInt16LE(2, endOf(twice) + 10);
    expect(() => readSourceFile(folder.write('twice.zip', twice))).toThrow(
      'found Error: ADM-ZIP: Duplicate entry name',
    );
  });

  it('is the only one in its zip', () => {
    const two = zipOf({ 'a.csv': 'a', 'b.csv': 'b', 'c/': '' });
    expect(() => readSourceFile(folder.write('two.zip', two))).toThrow(
      'found a.csv, b.csv; allowed: one file',
    );
    expect(() => readSourceFile(folder.write('none.zip', zipOf({})))).toThrow('found none');
  });
});

/** Where the one entry of a zip's directory stands. */
function entryOf(zip: Buffer): number {
  return zip.lastIndexOf('PK\x01\x02');
}

/** Where the end of its directory stands. */
function endOf(zip: Buffer): number {
  return zip.lastIndexOf('PK\x05\x06');
}

/** The same zip with every size and place in a field of 64 bits. */
function withWidePlaces(zip: Buffer): Buffer {
  const [entryAt, endAt] = [entryOf(zip), endOf(zip)];
  const entry = zip.subarray(entryAt, endAt);
  const wide = Buffer.alloc(28);
  wide.writeUInt16LE(1, 0);
  wide.writeUInt16LE(24, 2);
  for (const [index, field] of [24, 20, 42].entries()) {
    wide.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + 8 * index);
    entry.writeUInt32LE(0xffffffff, field);
  }
  entry.writeUInt16LE(wide.length, 30);
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06', 0, 'latin1');
  end64.writeBigUInt64LE(BigInt(end64.length - 12), 4);
  end64.writeBigUInt64LE(1n, 24);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(entryAt), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(endAt + wide.length), 8);
  const end = zip.subarray(endAt);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([zip.subarray(0, endAt), wide, end64, locator, end]);
}

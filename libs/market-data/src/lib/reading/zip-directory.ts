/** A file in a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** How it is compressed: 0 not at all, 8 by deflate. */
  readonly method: number;
  readonly packed: Uint8Array;
  /** Of what it unpacks to, in bytes. */
  readonly size: number;
  /** The CRC-32 of what it unpacks to. */
  readonly checksum: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const CONTENT = 0x04034b50;
/** What stands where a number has no room; the number itself is in a field of 64 bits. */
const TOO_MANY = 0xffff;
const TOO_LARGE = 0xffffffff;

/**
 * The files of a zip, by the directory at its end (PKWARE's APPNOTE 6.3, 4.3 and 4.5.3).
 *
 * @throws Error where the directory is missing or damaged.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const entries: ZipEntry[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    expectMark(view, at, ENTRY);
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0] = lengths;
    const nameAt = at + 46;
    const [size, packedSize, contentAt] = wideNumbers(view, nameAt + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: Buffer.from(bytes.subarray(nameAt, nameAt + nameLength)).toString('utf8'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: contentOf(view, bytes, contentAt, packedSize),
      size,
      checksum: view.getUint32(at + 16, true),
    });
    at = lengths.reduce((sum, length) => sum + length, nameAt);
  }
  return entries;
}

/** Where the directory begins, and how many files it lists. A comment, or what was appended, may stand behind its end. */
function findDirectory(view: DataView): { readonly offset: number; readonly count: number } {
  let end = view.byteLength - END_LENGTH;
  const first = Math.max(0, end - TOO_MANY);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw new Error('its end is missing');
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== TOO_MANY && offset !== TOO_LARGE) return { offset, count };
  expectMark(view, end - 20, END_64_LOCATOR);
  const end64 = wide(view, end - 12);
  expectMark(view, end64, END_64);
  return { offset: wide(view, end64 + 48), count: wide(view, end64 + 32) };
}

type EntryNumbers = readonly [size: number, packedSize: number, contentAt: number];

/** The numbers of an entry, those that have no room taken from its field of wide ones, in which they stand in this order. */
function wideNumbers(
  view: DataView,
  extraAt: number,
  extraLength: number,
  narrow: EntryNumbers,
): EntryNumbers {
  if (!narrow.includes(TOO_LARGE)) return narrow;
  let at = extraAt;
  while (at < extraAt + extraLength && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let next = at + 4;
  const whole = (number: number): number => {
    if (number !== TOO_LARGE) return number;
    next += 8;
    return wide(view, next - 8);
  };
  return [whole(narrow[0]), whole(narrow[1]), whole(narrow[2])];
}

function contentOf(view: DataView, bytes: Uint8Array, at: number, length: number): Uint8Array {
  expectMark(view, at, CONTENT);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return bytes.subarray(start, start + length);
}

function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function expectMark(view: DataView, at: number, mark: number): void {
  if (at < 0 || at + 4 > view.byteLength || view.getUint32(at, true) !== mark) {
    throw new Error('its directory is damaged');
  }
}

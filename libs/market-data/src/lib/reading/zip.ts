import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '@org/domain';
import type { ZipEntry } from './zip-directory.ts';
import { zipEntries } from './zip-directory.ts';

/** Whether the bytes begin as a zip file does, be it one without any file. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, kind] = bytes;
  return p === 0x50 && k === 0x4b && (kind === 0x03 || kind === 0x05);
}

/**
 * Unpacks the one file of a zip, and makes sure that it is what was packed.
 *
 * @throws InputError `zip-content` when it holds none or several.
 * @throws Error that says what is wrong when it does not unpack.
 */
export function unzipOnly(path: string, bytes: Uint8Array): Uint8Array {
  const entries = zipEntries(bytes).filter(({ name }) => !name.endsWith('/'));
  const [only] = entries;
  if (only !== undefined && entries.length === 1) return unpacked(only);
  throw new InputError('zip-content', {
    what: 'a zip file must hold exactly one file',
    place: { file: path },
    found: entries.length === 0 ? 'none' : entries.map(({ name }) => name).join(', '),
    allowed: 'one file',
    hint: 'Unpack it and name the files.',
  });
}

const STORED = 0;
const DEFLATED = 8;

function unpacked({ method, encrypted, packed, size, checksum }: ZipEntry): Uint8Array {
  if (encrypted) throw new Error('it is encrypted');
  if (method !== STORED && method !== DEFLATED) throw new Error(`unknown compression type ${method}`);
  const bytes = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  if (bytes.length !== size) throw new Error(`${bytes.length} bytes where ${size} were packed`);
  if (crc32(bytes) !== checksum) throw new Error('incorrect data check');
  return bytes;
}

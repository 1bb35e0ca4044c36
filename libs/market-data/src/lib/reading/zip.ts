import { InputError } from '@org/domain';
import { unzipSync } from 'fflate';

/** Whether the bytes begin as a zip file does, be it one without any file. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, kind] = bytes;
  return p === 0x50 && k === 0x4b && (kind === 0x03 || kind === 0x05);
}

/**
 * Unpacks the one file of a zip.
 *
 * @throws InputError `zip-content` when it holds none or several.
 * @throws FlateError when it does not unpack.
 */
export function unzipOnly(path: string, bytes: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  const [only] = entries;
  if (only !== undefined && entries.length === 1) return only[1];
  throw new InputError('zip-content', {
    what: 'a zip file must hold exactly one file',
    place: { file: path },
    found: entries.length === 0 ? 'none' : entries.map(([name]) => name).join(', '),
    allowed: 'one file',
    hint: 'Unpack it and name the files.',
  });
}

import { InputError } from '@org/domain';
import AdmZip from 'adm-zip';

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
  const entries = new AdmZip(Buffer.from(bytes)).getEntries().filter(({ isDirectory }) => !isDirectory);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) return unpacked(only);
  throw new InputError('zip-content', {
    what: 'a zip file must hold exactly one file',
    place: { file: path },
    found: entries.length === 0 ? 'none' : entries.map(({ entryName }) => entryName).join(', '),
    allowed: 'one file',
    hint: 'Unpack it and name the files.',
  });
}

/** The check sum is looked at where it is unpacked; not the size, which a damaged directory may give too large. */
function unpacked(entry: AdmZip.IZipEntry): Uint8Array {
  const { size, encrypted } = entry.header;
  if (encrypted) throw new Error('it is encrypted');
  const bytes = entry.getData();
  if (bytes.length !== size) throw new Error(`${bytes.length} bytes where ${size} were packed`);
  return bytes;
}

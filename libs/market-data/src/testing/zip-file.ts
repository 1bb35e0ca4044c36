import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these files, each deflated. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const facts = factsOf(bytes, packed, name);
    const content = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    contents.push(content);
    directory.push(entryOf(facts, name, offset));
    offset += content.length;
  }
  return Buffer.concat([...contents, ...directory, endOf(directory, offset)]);
}

/** What stands both before the content and in the directory. */
function factsOf(bytes: Buffer, packed: Buffer, name: string): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function entryOf(facts: Buffer, name: string, offset: number): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name)]);
}

function endOf(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

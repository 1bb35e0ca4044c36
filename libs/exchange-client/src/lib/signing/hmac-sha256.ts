import { hash } from 'node:crypto';

/** Bytes of one block of SHA-256, and of what it gives. */
const BLOCK = 64;
const DIGEST = 32;
/** Longer than any request; what is longer still gets room of its own. */
const ROOM = 8192;
/** UTF-8 takes no more bytes for a character of a string. */
const MOST_BYTES = 3;

/**
 * Signs with a secret: HMAC-SHA256 as in RFC 2104, in lower-case hex. It is two hashes over blocks prepared once; an `Hmac`
 * of Node's for each payload costs seven times as much of the processor, for it is an object to be collected.
 */
export function hmacSha256(secret: string): (payload: string) => string {
  const inner = Buffer.alloc(BLOCK + ROOM);
  const outer = Buffer.alloc(BLOCK + DIGEST);
  fillBlocks(secret, inner, outer);
  return (payload) => {
    const fits = payload.length * MOST_BYTES <= ROOM;
    const room = fits ? inner : Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(payload)]);
    const end = fits ? BLOCK + inner.write(payload, BLOCK) : room.length;
    // Text of one character a byte is cheaper to hand over than a buffer.
    outer.write(hash('sha256', room.subarray(0, end), 'binary'), BLOCK, 'latin1');
    return hash('sha256', outer, 'hex');
  };
}

function fillBlocks(secret: string, inner: Buffer, outer: Buffer): void {
  const bytes = Buffer.from(secret);
  const key = bytes.length > BLOCK ? hash('sha256', bytes, 'buffer') : bytes;
  for (let index = 0; index < BLOCK; index += 1) {
    const byte = key[index] ?? 0;
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
}

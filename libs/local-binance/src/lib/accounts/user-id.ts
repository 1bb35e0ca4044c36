const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** A number for an account, the same every time: FNV-1a of its name, in 32 bits. */
export function userId(accountId: string): number {
  let hash = OFFSET_BASIS;
  for (const byte of Buffer.from(accountId)) hash = Math.imul(hash ^ byte, PRIME) >>> 0;
  return hash;
}

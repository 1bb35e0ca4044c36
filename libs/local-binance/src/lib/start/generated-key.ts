import { createHash } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 64;

/** 64 letters and digits, as keys and secrets of the exchange are; of the same words always the same. */
export function generatedKey(...words: readonly (string | number)[]): string {
  let key = '';
  for (let block = 0; key.length < LENGTH; block += 1) {
    const digest = createHash('sha256')
      .update(JSON.stringify([...words, block]))
      .digest();
    for (const byte of digest) {
      // The last few values of a byte would make the first letters likelier.
      if (byte < LETTERS.length * 4) key += LETTERS.charAt(byte % LETTERS.length);
    }
  }
  return key.slice(0, LENGTH);
}

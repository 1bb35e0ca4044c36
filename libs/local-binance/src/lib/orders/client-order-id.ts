import { randomBytes } from 'node:crypto';
import { textOf } from '../parameters/illegal.ts';

/** What clients may call their orders. */
export const clientOrderId = textOf(/^[a-zA-Z0-9-_]{1,36}$/);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 22;

/** A name for what the client has not named, never the same again. */
export function newClientOrderId(): string {
  return Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

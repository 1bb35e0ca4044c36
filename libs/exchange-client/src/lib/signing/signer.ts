import type { KeyObject } from 'node:crypto';
import { createPrivateKey, sign } from 'node:crypto';
import { InputError } from '@org/domain';
import { hmacSha256 } from './hmac-sha256.ts';

/** Proves that a request comes from the owner of a key. */
export interface Signer {
  readonly kind: 'hmac' | 'rsa' | 'ed25519';
  /** Public: it names the key. */
  readonly apiKey: string;
  /** The signature of a payload's UTF-8 bytes: hex for HMAC, base64 for the others, not yet percent-encoded. */
  sign(payload: string): string;
}

/** Signs with a shared secret (HMAC-SHA256). */
export function hmacSigner(apiKey: string, secret: string): Signer {
  return { kind: 'hmac', apiKey, sign: hmacSha256(secret) };
}

/**
 * Signs with a private key in PEM form (PKCS#8): RSA with PKCS#1 v1.5 and SHA-256, or Ed25519, as the key says.
 *
 * @throws InputError `private-key` for what is no private key of these kinds; the message does not hold the key
 */
export function privateKeySigner(apiKey: string, pem: string, passphrase?: string): Signer {
  const key = readKey(pem, passphrase);
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return { kind: 'ed25519', apiKey, sign: (payload) => signed(null, payload, key) };
    case 'rsa':
      return { kind: 'rsa', apiKey, sign: (payload) => signed('RSA-SHA256', payload, key) };
    default:
      throw unusable(`a key of type ${key.asymmetricKeyType ?? key.type}`);
  }
}

function signed(algorithm: string | null, payload: string, key: KeyObject): string {
  return sign(algorithm, Buffer.from(payload), key).toString('base64');
}

function readKey(pem: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw unusable(passphrase === undefined ? 'no readable PEM' : 'no readable PEM, or another passphrase');
  }
}

function unusable(found: string): InputError {
  return new InputError('private-key', {
    what: 'the private key cannot be used to sign',
    found,
    allowed:
      'an Ed25519 or RSA private key in PEM form (PKCS#8), as `openssl genpkey -algorithm ed25519` makes it',
  });
}

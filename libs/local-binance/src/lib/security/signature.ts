import type { KeyObject } from 'node:crypto';
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { KeyMaterial } from './api-key.ts';

/** Whether `signature` is that of `payload`: hex for a shared secret, base64 for a pair of keys. */
export function isSignatureOf(payload: string, signature: string, material: KeyMaterial): boolean {
  switch (material.kind) {
    case 'hmac':
      return isHmac(payload, signature, material.secret);
    case 'rsa':
      return verify('sha256', Buffer.from(payload), publicKey(material), Buffer.from(signature, 'base64'));
    case 'ed25519':
      return verify(null, Buffer.from(payload), publicKey(material), Buffer.from(signature, 'base64'));
  }
}

function isHmac(payload: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(payload).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

type PublicKeyMaterial = Exclude<KeyMaterial, { readonly kind: 'hmac' }>;

/** Reading a key takes as long as checking a signature with it. */
const READ = new WeakMap<PublicKeyMaterial, KeyObject>();

function publicKey(material: PublicKeyMaterial): KeyObject {
  const read = READ.get(material) ?? createPublicKey(material.publicKey);
  READ.set(material, read);
  return read;
}

import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import type { KeyMaterial } from './api-key.ts';
import { isSignatureOf } from './signature.ts';

const vector = z.object({ payload: z.string(), signature: z.string() });
const published = z.object({
  hmac: z.object({ secretKey: z.string(), vectors: z.array(vector) }),
  ed25519: z.object({ publicKeyPem: z.string(), payload: z.string(), signatureBase64: z.string() }),
});

/** RFC 8032, 7.1: the keys and signatures of tests 1 to 3, in hex. */
const RFC_8032 = [
  {
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
];

/** A raw Ed25519 public key as PEM: behind the twelve bytes of its algorithm (RFC 8410). */
function ed25519Pem(hex: string): string {
  const der = Buffer.from(`302a300506032b6570032100${hex}`, 'hex');
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
}

describe('a signature by a shared secret', () => {
  const material: KeyMaterial = { kind: 'hmac', secret: 'secret' };
  /** echo -n 'timestamp=1' | openssl dgst -sha256 -hmac secret */
  const signature = 'c402d7b980cc9eabd875601df69f390fe7790d9ca1e140a3f62ec5f5d161e797';

  it('is hex of either case', () => {
    expect(isSignatureOf('timestamp=1', signature, material)).toBe(true);
    expect(isSignatureOf('timestamp=1', signature.toUpperCase(), material)).toBe(true);
  });

  it.each(['', 'zz', signature.slice(2), `${signature}00`])('is not %p', (wrong) => {
    expect(isSignatureOf('timestamp=1', wrong, material)).toBe(false);
  });
});

const describeShared = hasSharedData ? describe : describe.skip;

describeShared('the published signatures', () => {
  const read = () =>
    published.parse(JSON.parse(readFileSync(shared('data', 'vectors', 'binance-signing.json'), 'utf8')));

  it('by a shared secret are right, and for nothing else', () => {
    const { hmac } = read();
    const material: KeyMaterial = { kind: 'hmac', secret: hmac.secretKey };
    expect(hmac.vectors).toHaveLength(5);
    for (const { payload, signature } of hmac.vectors) {
      expect(isSignatureOf(payload, signature, material)).toBe(true);
      expect(isSignatureOf(`${payload}&more=1`, signature, material)).toBe(false);
    }
  });

  it('by Ed25519 is right, and for nothing else', () => {
    const { ed25519 } = read();
    const key: KeyMaterial = { kind: 'ed25519', publicKey: ed25519.publicKeyPem };
    expect(isSignatureOf(ed25519.payload, ed25519.signatureBase64, key)).toBe(true);
    expect(isSignatureOf(`${ed25519.payload} `, ed25519.signatureBase64, key)).toBe(false);
  });
});

describe('a signature by Ed25519', () => {
  it.each(RFC_8032)('is that of RFC 8032 for the message "$message"', ({ publicKey, message, signature }) => {
    const key: KeyMaterial = { kind: 'ed25519', publicKey: ed25519Pem(publicKey) };
    const payload = Buffer.from(message, 'hex').toString();
    expect(isSignatureOf(payload, Buffer.from(signature, 'hex').toString('base64'), key)).toBe(true);
  });

  it('is not anything else', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key: KeyMaterial = {
      kind: 'ed25519',
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (payload, other) => {
        const signature = sign(null, Buffer.from(payload), privateKey).toString('base64');
        expect(isSignatureOf(payload, signature, key)).toBe(true);
        expect(isSignatureOf(payload, other, key)).toBe(false);
        expect(isSignatureOf(`${payload}${other}.`, signature, key)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a signature by RSA', () => {
  it('is PKCS #1 v1.5 over SHA-256', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key: KeyMaterial = {
      kind: 'rsa',
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    };
    const signature = sign('sha256', Buffer.from('timestamp=1'), privateKey).toString('base64');
    expect(isSignatureOf('timestamp=1', signature, key)).toBe(true);
    expect(isSignatureOf('timestamp=2', signature, key)).toBe(false);
    expect(isSignatureOf('timestamp=1', '', key)).toBe(false);
  });
});

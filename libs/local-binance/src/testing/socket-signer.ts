import type { KeyObject } from 'node:crypto';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeySetup } from '../lib/start/account-setup.ts';
import { socketPayload } from '../lib/security/signed-payload.ts';
import { HMAC_API_KEY, HMAC_SECRET } from './accounts.ts';

/** Signs requests of the WebSocket API with one key. */
export interface SocketSigner {
  /** To open an account with. */
  readonly setup: KeySetup;
  /** The parameters with the key's name and its signature; what is undefined is not sent. */
  sign(parameters: object): object;
  signatureOf(payload: string): string;
}

/** With the key of the exchange's documentation. */
export function hmacSigner(apiKey = HMAC_API_KEY, secret = HMAC_SECRET): SocketSigner {
  return signer({ apiKey, secret }, (payload) => createHmac('sha256', secret).update(payload).digest('hex'));
}

/** With a new pair of keys. */
export function ed25519Signer(apiKey = 'E'.repeat(64)): SocketSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return signer({ apiKey, publicKey: pem(publicKey) }, (payload) =>
    sign(null, Buffer.from(payload), privateKey).toString('base64'),
  );
}

/** With a new pair of RSA keys. */
export function rsaSigner(apiKey = 'R'.repeat(64)): SocketSigner {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return signer({ apiKey, publicKey: pem(publicKey) }, (payload) =>
    sign('sha256', Buffer.from(payload), privateKey).toString('base64'),
  );
}

function signer(setup: KeySetup, signatureOf: (payload: string) => string): SocketSigner {
  return {
    setup,
    signatureOf,
    sign: (parameters) => {
      const sent = Object.entries({ ...parameters, apiKey: setup.apiKey }).filter(
        ([, value]) => value !== undefined,
      );
      const texts = new Map(sent.map(([name, value]) => [name, String(value)]));
      return { ...Object.fromEntries(sent), signature: signatureOf(socketPayload(texts).payload) };
    },
  };
}

function pem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

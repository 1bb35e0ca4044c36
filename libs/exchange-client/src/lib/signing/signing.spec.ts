import { createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InputError } from '@org/domain';
import fc from 'fast-check';
import { z } from 'zod';
import { hasSharedData, shared } from '../../../test/shared-data.ts';
import { percentEncode, queryString } from './percent-encoding.ts';
import { signedParameters, signedQuery, socketPayload } from './signed-query.ts';
import { hmacSigner, privateKeySigner } from './signer.ts';

const whereShared = hasSharedData ? describe : describe.skip;

const ORDER = {
  symbol: 'LTCBTC',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '1',
  price: '0.1',
  recvWindow: 5000,
};

whereShared('the official signing examples', () => {
  const vectors = z.object({
    hmac: z.object({
      apiKey: z.string(),
      secretKey: z.string(),
      vectors: z.array(z.object({ api: z.string(), payload: z.string(), signature: z.string() })),
    }),
  });
  const readHmac = () =>
    vectors.parse(JSON.parse(readFileSync(shared('vectors', 'binance-signing.json'), 'utf8'))).hmac;

  it('are five, and signed the same', () => {
    const { apiKey, secretKey, vectors: examples } = readHmac();
    const signer = hmacSigner(apiKey, secretKey);
    expect(examples).toHaveLength(5);
    expect(examples.map(({ payload }) => signer.sign(payload))).toEqual(
      examples.map(({ signature }) => signature),
    );
  });

  it('come out of whole requests over HTTP', () => {
    const { apiKey, secretKey, vectors: examples } = readHmac();
    const signer = hmacSigner(apiKey, secretKey);
    const [plain, fullWidth] = examples;
    const signature = (order: typeof ORDER) =>
      signedQuery(order, 1499827319559, signer).split('&signature=')[1];
    expect(signature(ORDER)).toBe(plain?.signature);
    expect(signature({ ...ORDER, symbol: '１２３４５６' })).toBe(fullWidth?.signature);
  });

  it('come out of whole requests over the WebSocket API', () => {
    const { apiKey, secretKey, vectors: examples } = readHmac();
    const signer = hmacSigner(apiKey, secretKey);
    const order = { symbol: '１２３４５６', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC' };
    const signed = signedParameters(
      { ...order, price: '0.10000000', quantity: '1.00000000', recvWindow: 5000 },
      1645423376532,
      signer,
    );
    expect(signed['signature']).toBe(examples[4]?.signature);
  });
});

describe('a signed query', () => {
  it('signs the very bytes that it sends', () => {
    const signer = hmacSigner('key', 'secret');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (newClientOrderId, asset) => {
        const query = signedQuery({ newClientOrderId, asset }, 1, signer);
        const [payload = '', signature = ''] = query.split('&signature=');
        expect(signature).toBe(createHmac('sha256', 'secret').update(payload).digest('hex'));
        expect(new URLSearchParams(payload).get('newClientOrderId')).toBe(newClientOrderId);
      }),
    );
  });

  it('has a time and a window, which the caller may widen', () => {
    const signer = hmacSigner('key', 'secret');
    expect(signedQuery({}, 77, signer)).toMatch(/^recvWindow=5000&timestamp=77&signature=[0-9a-f]{64}$/);
    expect(signedQuery({ recvWindow: 60000 }, 77, signer)).toMatch(/^recvWindow=60000&timestamp=77&/);
  });

  it('leaves out what is not there and encodes the rest once', () => {
    expect(queryString({ a: null, b: undefined, c: 'x y', d: ['A', 'B'], e: 5, f: true })).toBe(
      'c=x%20y&d=%5B%22A%22%2C%22B%22%5D&e=5&f=true',
    );
    expect(percentEncode("+/=!'()*~%")).toBe('%2B%2F%3D%21%27%28%29%2A~%25');
  });

  it.each(['ed25519', 'rsa'] as const)('can be checked with the public half of an %s key', (kind) => {
    const { privateKey } =
      kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
    const signer = privateKeySigner('key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect(signer.kind).toBe(kind);
    for (let timestamp = 0; timestamp < 20; timestamp += 1) {
      const [payload = '', signature = ''] = signedQuery(ORDER, timestamp, signer).split('&signature=');
      expect(signature).toMatch(/^[A-Za-z0-9%]+$/);
      const bytes = Buffer.from(decodeURIComponent(signature), 'base64');
      const algorithm = kind === 'rsa' ? 'RSA-SHA256' : null;
      expect(verify(algorithm, Buffer.from(payload), createPublicKey(privateKey), bytes)).toBe(true);
    }
  });
});

describe('the payload of the WebSocket API', () => {
  it('is sorted by name and not encoded', () => {
    expect(socketPayload({ symbol: 'A:B/C', apiKey: 'k', timestamp: 1 })).toBe(
      'apiKey=k&symbol=A:B/C&timestamp=1',
    );
  });

  it('leaves out what is not there', () => {
    const signed = signedParameters({ symbol: 'X', price: undefined }, 1, hmacSigner('k', 's'));
    expect(Object.keys(signed)).toEqual(['recvWindow', 'symbol', 'apiKey', 'timestamp', 'signature']);
  });
});

describe('a private key', () => {
  it('signs the published Ed25519 example of the exchange', () => {
    const pem = [
      '-----BEGIN PRIVATE KEY-----',
      'MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u',
      '-----END PRIVATE KEY-----',
    ].join('\n');
    const logon = ['A', 'EXAMPLE', 'SPOT', '1', '20240627-11:17:25.223'].join('\u0001');
    expect(privateKeySigner('key', pem).sign(logon)).toBe(
      '4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==',
    );
  });

  it.each([
    ['nonsense', 'not a key'],
    [
      'another kind',
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('that is %s is refused without being shown', (_, pem) => {
    const attempt = () => privateKeySigner('key', pem);
    expect(attempt).toThrow(InputError);
    expect(attempt).not.toThrow(pem);
  });
});

import type { KeyObject } from 'node:crypto';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const SECRET = { apiKey: 'h'.repeat(64), secret: 's'.repeat(64) };
const READ_ONLY = { apiKey: 'o'.repeat(64), secret: 's'.repeat(64), canTrade: false };
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ED25519 = generateKeyPairSync('ed25519');
const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TIME = `timestamp=${NEW_YEAR_MS}`;
const ORDER = 'symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=39000';

const hmac = (payload: string): string => createHmac('sha256', SECRET.secret).update(payload).digest('hex');

let exchange: OpenExchange;

beforeEach(async () => {
  exchange = await openExchange({
    accounts: [
      {
        accountId: 'alice',
        balances: { USDT: '100000' },
        keys: [
          SECRET,
          READ_ONLY,
          { apiKey: 'r'.repeat(64), publicKey: pem(RSA.publicKey) },
          { apiKey: 'e'.repeat(64), publicKey: pem(ED25519.publicKey) },
        ],
      },
    ],
  });
});

afterEach(() => exchange.close());

/** Sends as it stands; `apiKey` defaults to the one with a secret. */
function send(
  method: string,
  pathAndQuery: string,
  { body, headers = {}, apiKey = SECRET.apiKey }: { body?: string; headers?: object; apiKey?: string } = {},
) {
  return exchange.get(pathAndQuery, {
    method,
    headers: { 'x-mbx-apikey': apiKey, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

describe('a signature over HTTP', () => {
  it('may cover a query', async () => {
    const { status } = await send('GET', `/api/v3/account?${TIME}&signature=${hmac(TIME)}`);
    expect(status).toBe(200);
  });

  it('may stand first, and in capitals', async () => {
    const signature = hmac(TIME).toUpperCase();
    expect((await send('GET', `/api/v3/account?signature=${signature}&${TIME}`)).status).toBe(200);
  });

  it('may cover a body', async () => {
    const payload = `${ORDER}&${TIME}`;
    const body = `${payload}&signature=${hmac(payload)}`;
    const { status } = await send('POST', '/api/v3/order', { body, headers: FORM });
    expect(status).toBe(200);
  });

  it('may cover a query and a body, with nothing between them', async () => {
    const query = 'symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC';
    const payload = `quantity=0.1&price=39000&${TIME}`;
    const body = `${payload}&signature=${hmac(query + payload)}`;
    const { status } = await send('POST', `/api/v3/order?${query}`, { body, headers: FORM });
    expect(status).toBe(200);
  });

  it('may cover the query of a POST that says it is JSON and is empty', async () => {
    const payload = `${ORDER}&${TIME}`;
    const { status } = await send('POST', `/api/v3/order?${payload}&signature=${hmac(payload)}`, {
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
  });

  it('covers the bytes that were sent, percent-encoded as they are', async () => {
    const payload = `symbol=%EF%BC%91%EF%BC%92&${TIME}`;
    const sent = await send('GET', `/api/v3/openOrders?${payload}&signature=${hmac(payload)}`);
    expect(sent.body).toEqual({ code: -1121, msg: 'Invalid symbol.' });
    const decoded = hmac(decodeURIComponent(payload));
    const other = await send('GET', `/api/v3/openOrders?${payload}&signature=${decoded}`);
    expect(other.body).toEqual({ code: -1022, msg: 'Signature for this request is not valid.' });
  });

  it('covers every byte', async () => {
    const payload = `${ORDER}&${TIME}`;
    const changed = payload.replace('0.1', '0.2');
    const { status, body } = await send('POST', `/api/v3/order?${changed}&signature=${hmac(payload)}`);
    expect([status, body]).toEqual([400, { code: -1022, msg: 'Signature for this request is not valid.' }]);
  });

  it.each([
    ['RSA', 'r', (payload: string) => sign('sha256', Buffer.from(payload), RSA.privateKey)],
    ['Ed25519', 'e', (payload: string) => sign(null, Buffer.from(payload), ED25519.privateKey)],
  ])('by %s is base64, percent-encoded', async (_kind, letter, signed) => {
    const apiKey = letter.repeat(64);
    // Some of these have a plus, which means a space where it is not encoded.
    const payloads = Array.from({ length: 10 }, (_, index) => `${TIME}&recvWindow=${5000 + index}`);
    const withPlus = payloads.find((payload) => signed(payload).toString('base64').includes('+'));
    for (const payload of payloads) {
      const signature = encodeURIComponent(signed(payload).toString('base64'));
      const sent = await send('GET', `/api/v3/account?${payload}&signature=${signature}`, { apiKey });
      expect(sent.status).toBe(200);
    }
    if (withPlus === undefined) throw new Error('No signature has a plus.');
    const bare = signed(withPlus).toString('base64');
    const sent = await send('GET', `/api/v3/account?${withPlus}&signature=${bare}`, { apiKey });
    expect(sent.body).toMatchObject({ code: -1022 });
  });
});

describe('a signed request over HTTP', () => {
  it.each([
    ['without a key', '', 401, -2014],
    ['with a key that nobody has', 'x'.repeat(64), 401, -2015],
    ['with a key that may not trade', READ_ONLY.apiKey, 401, -2015],
  ])('%s is not authorised', async (_what, apiKey, status, code) => {
    const payload = `${ORDER}&${TIME}`;
    const sent = await send('POST', `/api/v3/order?${payload}&signature=${hmac(payload)}`, { apiKey });
    expect([sent.status, sent.body]).toEqual([status, { code, msg: expect.any(String) }]);
  });

  it('may ask with a key that may not trade', async () => {
    const sent = await send('GET', `/api/v3/account?${TIME}&signature=${hmac(TIME)}`, {
      apiKey: READ_ONLY.apiKey,
    });
    expect(sent.status).toBe(200);
  });

  it('is too old five seconds later', async () => {
    const path = `/api/v3/account?${TIME}&signature=${hmac(TIME)}`;
    exchange.clock.pass(5000);
    expect((await send('GET', path)).status).toBe(200);
    exchange.clock.pass(1);
    expect((await send('GET', path)).body).toEqual({
      code: -1021,
      msg: 'Timestamp for this request is outside of the recvWindow.',
    });
  });

  it('tells how many orders were placed, where one was', async () => {
    const order = async (terms: string) => {
      const payload = `${terms}&${TIME}`;
      const { headers } = await send('POST', `/api/v3/order?${payload}&signature=${hmac(payload)}`);
      return ['10s', '1d'].map((window) => headers.get(`x-mbx-order-count-${window}`));
    };
    expect(await order(ORDER)).toEqual(['1', '1']);
    expect(await order(ORDER)).toEqual(['2', '2']);
    expect(await order(ORDER.replace('quantity=0.1', 'quantity=100'))).toEqual([null, null]);
  });

  it('weighs nothing where an order was placed, and what it weighs where none was', async () => {
    const used = async (terms: string) => {
      const payload = `${terms}&${TIME}`;
      const { headers } = await send('POST', `/api/v3/order?${payload}&signature=${hmac(payload)}`);
      return headers.get('x-mbx-used-weight-1m');
    };
    expect(await used(ORDER)).toBe('0');
    expect(await used(ORDER.replace('quantity=0.1', 'quantity=100'))).toBe('1');
  });
});

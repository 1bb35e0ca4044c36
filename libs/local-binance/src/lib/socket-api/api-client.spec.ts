import type { LocalBinanceOptions } from '../start/start-local-binance.ts';
import type { ApiScene } from '../../testing/api-story.ts';
import { openApiScene, RESTING } from '../../testing/api-story.ts';
import { field } from '../../testing/fields.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let scene: ApiScene;
afterEach(() => scene.close());

async function connect(query = '', options: LocalBinanceOptions = {}) {
  scene = await openApiScene(options);
  return scene.connect(query);
}

const WEIGHT = { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 };
const ORDERS = { rateLimitType: 'ORDERS', limit: 100, interval: 'SECOND', intervalNum: 10 };

describe('the limits in a reply', () => {
  it('tell the weight that the address has used', async () => {
    const client = await connect();
    // 2 to connect, 1 to ask.
    expect(await client.ask({ id: 1, method: 'time' })).toEqual({
      id: 1,
      status: 200,
      result: { serverTime: NEW_YEAR_MS },
      rateLimits: [{ ...WEIGHT, count: 3 }],
    });
  });

  it('tell the orders of the account where one was placed, which weighs nothing', async () => {
    const client = await connect();
    const params = scene.alice.sign({ ...RESTING, ...scene.now() });
    expect(await client.ask({ id: 1, method: 'order.place', params })).toMatchObject({
      rateLimits: [
        { ...ORDERS, count: 1 },
        { ...ORDERS, limit: 200_000, interval: 'DAY', intervalNum: 1, count: 1 },
        { ...WEIGHT, count: 2 },
      ],
    });
  });

  it('are left out where the request says so', async () => {
    const client = await connect();
    const params = { returnRateLimits: false };
    expect(await client.ask({ id: 1, method: 'time', params })).not.toHaveProperty('rateLimits');
    expect(await client.ask({ id: 2, method: 'time' })).toHaveProperty('rateLimits');
  });

  it('are left out where the connection says so, unless the request wants them', async () => {
    const client = await connect('?returnRateLimits=false');
    expect(await client.ask({ id: 1, method: 'time' })).not.toHaveProperty('rateLimits');
    const params = { returnRateLimits: true };
    expect(await client.ask({ id: 2, method: 'time', params })).toHaveProperty('rateLimits');
  });
});

describe('a client that asks for too much', () => {
  const FEW = {
    requestLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 3 }],
    bans: { refusals: 2, shortestMs: 120_000, longestMs: 259_200_000 },
  } as const;

  it('is refused with 429 and the time when it may ask again', async () => {
    const client = await connect('', FEW);
    await client.ask({ id: 1, method: 'ping' });
    scene.clock.pass(1500);
    expect(await client.ask({ id: 2, method: 'ping' })).toMatchObject({
      id: 2,
      status: 429,
      error: {
        code: -1003,
        data: { serverTime: NEW_YEAR_MS + 1500, retryAfter: NEW_YEAR_MS + 60_000 },
      },
    });
    scene.clock.pass(58_500);
    expect(await client.ask({ id: 3, method: 'ping' })).toMatchObject({ status: 200 });
  });

  it('is banned with 418 when it goes on, and disconnected', async () => {
    const client = await connect('', FEW);
    for (let id = 1; id <= 3; id += 1) await client.ask({ id, method: 'ping' });
    expect(await client.ask({ id: 4, method: 'ping' })).toMatchObject({
      id: 4,
      status: 418,
      error: { code: -1003, data: { retryAfter: NEW_YEAR_MS + 120_000 } },
    });
    expect(await client.ended).toEqual({ code: 1008, reason: 'disconnected' });
    await expect(scene.connect()).rejects.toThrow('Refused with 418.');
  });

  it('is told when it may place orders again', async () => {
    const orderLimits = [{ interval: 'SECOND', intervalNum: 10, limit: 1 }] as const;
    const client = await connect('', { orderLimits });
    const place = () => {
      const params = scene.alice.sign({ ...RESTING, ...scene.now() });
      return client.ask({ id: 1, method: 'order.place', params });
    };
    expect(await place()).toMatchObject({ status: 200 });
    expect(await place()).toMatchObject({
      status: 429,
      error: { code: -1015, data: { serverTime: NEW_YEAR_MS, retryAfter: NEW_YEAR_MS + 10_000 } },
    });
  });
});

describe('what cannot be read', () => {
  it('is answered without an id, and leaves the connection as it was', async () => {
    const client = await connect();
    for (const text of ['{', '', '[]', '\u0000', '{"id":1.5,"method":"ping"}', `[${'['.repeat(9999)}`]) {
      expect(await client.ask(text)).toMatchObject({ id: null, status: 400, error: { code: -1135 } });
    }
    expect(await client.ask({ id: 1, method: 'ping' })).toMatchObject({ id: 1, status: 200 });
  });

  it('weighs as much as the least that can be asked', async () => {
    const client = await connect();
    await client.ask('{');
    expect(await client.ask({ id: 1, method: 'ping' })).toMatchObject({ rateLimits: [{ count: 4 }] });
  });
});

describe('a method that is not there', () => {
  it.each(['order.place.now', '', 'constructor', '__proto__', 'session'])(
    'is refused: %j',
    async (method) => {
      const client = await connect();
      expect(await client.ask({ id: 1, method })).toMatchObject({ status: 400, error: { code: -1020 } });
    },
  );
});

describe('a request that is signed', () => {
  it('covers its parameters as they were written', async () => {
    const client = await connect();
    const { apiKey } = scene.alice.setup;
    const text =
      `{"id":"d","method":"order.place","params":{"symbol":"BTCUSDT","side":"BUY","type":"LIMIT",` +
      `"timeInForce":"GTC","price":40000.00,"quantity":0.10,"timestamp":${NEW_YEAR_MS},"apiKey":"${apiKey}"`;
    const signed = scene.alice.signatureOf(
      `apiKey=${apiKey}&price=40000.00&quantity=0.10&side=BUY&symbol=BTCUSDT&timeInForce=GTC` +
        `&timestamp=${NEW_YEAR_MS}&type=LIMIT`,
    );
    expect(await client.ask(`${text},"signature":"${signed}"}}`)).toMatchObject({ id: 'd', status: 200 });
  });

  it('covers what it says of rate limits, as ccxt signs it', async () => {
    const client = await connect();
    const { apiKey } = scene.alice.setup;
    const asked = { apiKey, returnRateLimits: false, timestamp: NEW_YEAR_MS };
    const signature = scene.alice.signatureOf(
      `apiKey=${apiKey}&returnRateLimits=false&timestamp=${NEW_YEAR_MS}`,
    );
    const reply = await client.ask({ id: 1, method: 'account.status', params: { ...asked, signature } });
    expect(reply).toMatchObject({ status: 200 });
    expect(reply).not.toHaveProperty('rateLimits');
  });

  it('needs a key, a time and a signature', async () => {
    const client = await connect();
    const params = { ...RESTING, ...scene.now() };
    const ask = async (sent: object) => {
      const reply = await client.ask({ id: 1, method: 'order.place', params: sent });
      return [field(reply, 'status'), field(field(reply, 'error'), 'code')];
    };
    expect(await ask(params)).toEqual([400, -1102]);
    expect(await ask({ ...params, apiKey: 'short' })).toEqual([401, -2014]);
    expect(await ask({ ...params, apiKey: 'U'.repeat(64) })).toEqual([401, -2015]);
    expect(await ask({ ...params, apiKey: scene.alice.setup.apiKey })).toEqual([400, -1102]);
    expect(await ask({ ...scene.alice.sign(params), price: '1.00' })).toEqual([400, -1022]);
    expect(await ask(scene.alice.sign({ ...params, timestamp: NEW_YEAR_MS + 1000 }))).toEqual([400, -1021]);
  });
});

import * as fc from 'fast-check';
import { ENDPOINTS } from '../lib/endpoints/endpoints.ts';
import type { FaultyExchange } from '../testing/faulty-exchange.ts';
import { openFaulty, RESTING } from '../testing/faulty-exchange.ts';
import { field, fields } from '../testing/fields.ts';
import { TestSocket } from '../testing/test-socket.ts';

const MANY = 1_000_000_000;
const RUNS = { numRuns: 300 };

let exchange: FaultyExchange;
let ownFaults: unknown[];
beforeEach(async () => {
  ownFaults = [];
  exchange = await openFaulty({
    onFault: (fault) => ownFaults.push(fault),
    requestLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: MANY }],
    orderLimits: [{ interval: 'SECOND', intervalNum: 10, limit: MANY }],
  });
  await exchange.signed('POST', '/api/v3/order', RESTING);
});
afterEach(() => exchange.close());

/** The order from before is open, nothing else is, and it can be taken back with all that it held. */
async function expectUnharmed(): Promise<void> {
  const open = await exchange.signed('GET', '/api/v3/openOrders');
  expect(fields(open.body, 'clientOrderId')).toEqual([RESTING.newClientOrderId]);
  await exchange.signed('DELETE', '/api/v3/openOrders', { symbol: 'BTCUSDT' });
  const { body } = await exchange.signed('GET', '/api/v3/account');
  expect(field(body, 'balances')).toContainEqual({
    asset: 'USDT',
    free: '100000.00000000',
    locked: '0.00000000',
  });
  expect(ownFaults).toEqual([]);
}

const routes = ENDPOINTS.flatMap(({ rest }) => (rest === null ? [] : [rest]));
const methods = ENDPOINTS.flatMap(({ socketMethod }) => (socketMethod === null ? [] : [socketMethod]));

/** Values that clients send by mistake, and some that nobody sends by mistake. */
const value = fc.oneof(
  fc.constantFrom('', 'BTCUSDT', '["BTCUSDT"]', 'BUY', 'LIMIT', 'GTC', '1e-7', '1e400', '-1', 'NaN', '0x10'),
  fc.constantFrom('9'.repeat(30), '0.30000000000000004', 'null', '[]', '{}', '__proto__', '\u0000', '币安'),
  fc.string({ unit: 'binary' }),
);
const name = fc.oneof(
  fc.constantFrom(
    'symbol',
    'symbols',
    'side',
    'type',
    'timeInForce',
    'quantity',
    'price',
    'orderId',
    'limit',
  ),
  fc.constantFrom('stopPrice', 'startTime', 'interval', 'recvWindow', 'newClientOrderId', 'constructor'),
  fc.string(),
);
const parameters = fc.dictionary(name, value, { maxKeys: 8 });

describe('whatever is asked for over HTTP', () => {
  it('is answered with a code, whether it is signed or not, and harms nothing', async () => {
    const asked = fc.tuple(fc.constantFrom(...routes), parameters, fc.boolean());
    await fc.assert(
      fc.asyncProperty(asked, async ([{ method, path }, sent, isSigned]) => {
        // What takes orders back is meant to.
        fc.pre(method !== 'DELETE' && !path.includes('cancelReplace'));
        const query = new URLSearchParams(sent).toString();
        const { status, body } = await (isSigned
          ? exchange.signed(method, path, sent)
          : exchange.get(`${path}?${query}`, { method }));
        expect([200, 400, 401]).toContain(status);
        if (status !== 200) expect(field(body, 'code')).toBeLessThan(-999);
      }),
      RUNS,
    );
    await expectUnharmed();
  });

  it('may be no text at all', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const { status } = await exchange.get('/api/v3/order', { method: 'POST', body, headers });
        expect([400, 401]).toContain(status);
      }),
      RUNS,
    );
    await expectUnharmed();
  });
});

describe('whatever is said to the WebSocket API', () => {
  it('is answered with a status, on a connection that goes on', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    const method = fc.oneof(fc.constantFrom(...methods), fc.string());
    const request = fc.record({ id: fc.integer(), method, params: parameters });
    const said = fc.oneof(
      request.map((asked) => JSON.stringify(asked)),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(said, async (text) => {
        expect([200, 400, 401, 410]).toContain(field(await client.ask(text), 'status'));
      }),
      RUNS,
    );
    await client.close();
    await expectUnharmed();
  });
});

describe('whatever is said to a stream', () => {
  it('is answered, on a connection that goes on', async () => {
    const client = await TestSocket.open(`${exchange.streamUrl}/ws`);
    const method = fc.oneof(fc.constantFrom('SUBSCRIBE', 'UNSUBSCRIBE', 'SET_PROPERTY'), fc.string());
    const frame = fc.record({
      id: fc.integer(),
      method,
      params: fc.array(fc.oneof(fc.string(), fc.anything())),
    });
    const said = fc.oneof(
      frame.map((asked) => JSON.stringify(asked)),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(said, async (text) => {
        const answer = await client.ask(text);
        expect(field(answer, 'result') === undefined && field(answer, 'error') === undefined).toBe(false);
      }),
      RUNS,
    );
    await client.close();
    await expectUnharmed();
  });
});

describe('a thousand connections of every kind at once', () => {
  it('are served or turned away, and leave the exchange as it was', async () => {
    const attempts = Array.from({ length: 1000 }, (_, index) => {
      if (index % 4 === 0) return exchange.get('/api/v3/ping');
      const path = index % 4 === 1 ? '/ws-api/v3' : '/ws/btcusdt@trade';
      return TestSocket.open(exchange.streamUrl + path).then(
        (socket) => socket.close(),
        (error: unknown) => error,
      );
    });
    await Promise.all(attempts);
    exchange.clock.pass(3_600_000);
    await expectUnharmed();
  });
});

import { connect } from 'node:net';
import type { Fetched, OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Interference } from './interference.ts';

const NOT_READ = (read: number, sent: number) => ({
  code: -1104,
  msg: `Not all sent parameters were read; read '${read}' parameter(s) but was sent '${sent}'.`,
});

let exchange: OpenExchange;
afterEach(() => exchange.close());

describe('what is not an endpoint', () => {
  beforeEach(async () => {
    exchange = await openExchange();
  });

  it.each(['/', '/api', '/api/v3/nothing', '/api/v1/ping', '/api/v1/depth', '/%zz', '/api/v3/ping/'])(
    'GET %s is not found',
    async (path) => {
      expect((await exchange.get(path)).status).toBe(404);
    },
  );

  it.each(['POST', 'PUT', 'DELETE'])('%s /api/v3/userDataStream is gone', async (method) => {
    expect((await exchange.get('/api/v3/userDataStream', { method })).status).toBe(410);
  });

  it.each(['POST', 'PATCH', 'OPTIONS'])('%s of what can only be read is not supported', async (method) => {
    expect(await exchange.get('/api/v3/depth', { method })).toMatchObject({
      status: 405,
      body: { code: -1020, msg: 'This operation is not supported.' },
    });
  });

  it.each([
    ['GET', '/api/v1/ping'],
    ['POST', '/api/v3/userDataStream'],
    ['POST', '/api/v3/depth'],
  ])('%s %s is told what it has used all the same', async (method, path) => {
    await exchange.get('/api/v3/time');
    const { headers } = await exchange.get(path, { method });
    expect(['x-mbx-used-weight', 'x-mbx-used-weight-1m'].map((name) => headers.get(name))).toEqual([
      '2',
      '2',
    ]);
  });
});

describe('parameters', () => {
  beforeEach(async () => {
    exchange = await openExchange();
  });
  const refusal = async (question: string) => {
    const { status, body } = await exchange.get(`/api/v3/${question}`);
    expect(status).toBe(400);
    return body;
  };

  it('that are unknown are refused', async () => {
    expect(await refusal('ping?symbol=BTCUSDT')).toEqual({
      code: -1101,
      msg: "Too many parameters; expected '0' and received '1'.",
    });
    expect(await refusal('depth?symbol=BTCUSDT&symbl=ETHUSDT')).toEqual(NOT_READ(1, 2));
  });

  it('that come twice are refused', async () => {
    expect(await refusal('depth?symbol=BTCUSDT&symbol=ETHUSDT')).toEqual({
      code: -1101,
      msg: 'Duplicate values for a parameter detected.',
    });
  });

  it('that are missing or empty are refused', async () => {
    const missing = {
      code: -1102,
      msg: "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.",
    };
    expect(await refusal('depth')).toEqual(missing);
    expect(await refusal('depth?symbol=')).toEqual(missing);
    expect(await refusal('depth?symbol=BTCUSDT&limit=')).toEqual({
      code: -1105,
      msg: "Parameter 'limit' was empty.",
    });
  });

  it('of illegal characters are refused', async () => {
    expect(await refusal('depth?symbol=btcusdt')).toEqual({
      code: -1100,
      msg: "Illegal characters found in parameter 'symbol'; legal range is '^[\\w\\-._&&[^a-z]]{1,50}$'.",
    });
    expect(await refusal('depth?symbol=BTCUSDT&limit=1e2')).toEqual({
      code: -1100,
      msg: "Illegal characters found in parameter 'limit'; legal range is '^[0-9]{1,20}$'.",
    });
    expect(await refusal('depth?symbol=BTCUSDT&limit=-1')).toMatchObject({ code: -1100 });
    expect(await refusal('depth?symbol=%ZZ')).toEqual({
      code: -1100,
      msg: 'Illegal characters found in a parameter.',
    });
  });

  it('may be of any script, percent-encoded', async () => {
    const symbol = encodeURIComponent('币安人生USDT');
    expect(await refusal(`depth?symbol=${symbol}`)).toEqual({ code: -1121, msg: 'Invalid symbol.' });
  });

  it('of 100 kB are read and refused like others', async () => {
    const long = 'A'.repeat(100_000);
    expect(await refusal(`depth?symbol=${long}`)).toMatchObject({ code: -1100 });
    expect(await refusal(`depth?symbol=BTCUSDT&${long}=1`)).toEqual(NOT_READ(1, 2));
    const many = Array.from({ length: 20_000 }, (_, index) => `p${index}=1`).join('&');
    expect(await refusal(`depth?symbol=BTCUSDT&${many}`)).toEqual(NOT_READ(1, 20_001));
  });

  it('may come with an empty body of any type', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await exchange.get('/api/v3/ping', { headers })).status).toBe(200);
  });
});

describe('what is no HTTP', () => {
  beforeEach(async () => {
    exchange = await openExchange();
  });

  it('is answered with 400, and the server goes on', async () => {
    expect(await sendRaw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*\{"code":-1000,/);
    expect(await sendRaw(`GET /api/v3/ping HTTP/1.1\r\nx: ${'a'.repeat(2_000_000)}`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
    expect((await exchange.get('/api/v3/ping')).status).toBe(200);
  });

  it('may name the exchange in its first line, as for a proxy', async () => {
    const ask = (target: string) => sendRaw(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(await ask('http://127.0.0.1:9000/api/v3/ping')).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{\}$/);
    expect(await ask('HTTP://x/api/v3/avgPrice?symbol=NONE')).toMatch(/^HTTP\/1\.1 400 [^]*"code":-1121,/);
  });

  it('may break off anywhere', async () => {
    const { port } = new URL(exchange.restUrl);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.write('POST /api/v3/order HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nsym', () =>
        resolve(),
      );
    });
    socket.destroy();
    expect((await exchange.get('/api/v3/ping')).status).toBe(200);
  });

  function sendRaw(text: string): Promise<string> {
    const { port } = new URL(exchange.restUrl);
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('error', () => {});
      socket.on('close', () => resolve(answer));
    });
  }
});

it('a body that is too large is refused', async () => {
  exchange = await openExchange();
  const body = 'a'.repeat(1_100_000);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status } = await exchange.get('/api/v3/order', { method: 'POST', body, headers });
  expect(status).toBe(413);
});

it('a fault of the exchange itself is told, and answered with 500', async () => {
  const fault = new Error('the market has no hand');
  const told: unknown[] = [];
  exchange = await openExchange({
    onFault: (error) => told.push(error),
    interfere: ({ request }) => {
      if (request.path === '/api/v3/time') throw fault;
      return null;
    },
  });
  expect(await exchange.get('/api/v3/time')).toMatchObject({ status: 500, body: { code: -1000 } });
  expect(told).toEqual([fault]);
  expect((await exchange.get('/api/v3/ping')).status).toBe(200);
});

it('a thousand connections at once are answered', async () => {
  exchange = await openExchange();
  const answers = await Promise.all(Array.from({ length: 1000 }, () => exchange.get('/api/v3/ping')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1000);
});

describe('time units', () => {
  beforeEach(async () => {
    exchange = await openExchange();
  });
  const inUnit = (unit: string) => exchange.get('/api/v3/time', { headers: { 'X-MBX-TIME-UNIT': unit } });

  it('are milliseconds or microseconds', async () => {
    const [ms, us] = [await inUnit('MILLISECOND'), await inUnit('microsecond')];
    expect(ms.body).toEqual({ serverTime: exchange.clock.now() });
    expect(us.body).toEqual({ serverTime: exchange.clock.now() * 1000 });
  });

  it('of other kinds are refused', async () => {
    expect(await inUnit('SECOND')).toMatchObject({
      status: 400,
      body: {
        code: -1194,
        msg: 'Invalid value for time unit; expected either MICROSECOND or MILLISECOND.',
      },
    });
  });
});

describe('the binary encoding', () => {
  const accepting = (accept: string) => exchange.get('/api/v3/ping', { headers: { accept } });

  it('is not spoken: who takes JSON too gets JSON', async () => {
    exchange = await openExchange();
    expect((await accepting('application/sbe, application/json')).body).toEqual({});
    expect(await accepting('application/sbe')).toMatchObject({
      status: 406,
      body: { code: -1155, msg: 'SBE is not enabled.' },
    });
  });
});

describe('limits', () => {
  const requestLimits = [
    { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 10 },
  ] as const;
  const bans = { refusals: 1, shortestMs: 120_000, longestMs: 259_200_000 };
  beforeEach(async () => {
    exchange = await openExchange({ requestLimits, bans });
  });
  const depth = () => exchange.get('/api/v3/depth?symbol=BTCUSDT');
  const told = ({ status, headers }: Fetched) => [
    status,
    headers.get('x-mbx-used-weight-1m'),
    headers.get('retry-after'),
  ];

  it('tell what is used in every answer, errors included', async () => {
    expect(told(await depth())).toEqual([200, '5', null]);
    expect(told(await exchange.get('/api/v3/depth'))).toEqual([400, '6', null]);
    const { headers } = await exchange.get('/api/v3/ping');
    expect(headers.get('x-mbx-used-weight')).toBe('7');
  });

  it('answer 429 until the minute is over, and 418 to who goes on', async () => {
    await depth();
    await depth();
    expect(told(await depth())).toEqual([429, '10', '60']);
    const banned = await depth();
    expect(told(banned)).toEqual([418, '10', '120']);
    expect(banned.body).toMatchObject({ code: -1003 });
    exchange.clock.pass(119_999);
    expect((await exchange.get('/api/v3/ping')).status).toBe(418);
    exchange.clock.pass(1);
    expect((await exchange.get('/api/v3/ping')).status).toBe(200);
  });
});

describe('interference', () => {
  const through: Interference = { delayBeforeMs: 0, isDone: true, delayAfterMs: 0, answer: 'own' };
  const withInterference = async (changes: Partial<Interference>) => {
    exchange = await openExchange({
      interfere: ({ request }) => (request.path === '/api/v3/ping' ? { ...through, ...changes } : null),
    });
  };

  it('can put another answer in the place of the own one', async () => {
    const answer = { status: 504, headers: { 'content-type': 'text/html' }, body: '<html></html>' };
    await withInterference({ answer });
    expect(await exchange.get('/api/v3/ping')).toMatchObject({ status: 504, text: '<html></html>' });
    expect((await exchange.get('/api/v3/time')).status).toBe(200);
  });

  it('can break the connection', async () => {
    await withInterference({ answer: 'none' });
    await expect(exchange.get('/api/v3/ping')).rejects.toThrow('fetch failed');
  });

  it('can keep a request from being done, and from being answered', async () => {
    await withInterference({ isDone: false });
    await expect(exchange.get('/api/v3/ping')).rejects.toThrow('fetch failed');
    const { headers } = await exchange.get('/api/v3/time');
    expect(headers.get('x-mbx-used-weight-1m')).toBe('1');
  });

  it('can hold a request up and its answer back', async () => {
    await withInterference({ delayBeforeMs: 3000, delayAfterMs: 2000 });
    const answer = exchange.get('/api/v3/ping');
    while (exchange.clock.pending === 0) await exchange.get('/api/v3/time');
    exchange.clock.pass(3000);
    while (exchange.clock.pending === 0) await exchange.get('/api/v3/time');
    exchange.clock.pass(2000);
    expect((await answer).status).toBe(200);
  });
});

describe('GET /local/state', () => {
  it('tells both clocks, accounts and markets', async () => {
    exchange = await openExchange();
    exchange.advance(1000);
    expect((await exchange.get('/local/state')).body).toMatchObject({
      marketTime: exchange.clock.now() + 1000,
      protocolTime: exchange.clock.now(),
      accounts: [
        {
          accountId: 'main',
          balances: expect.arrayContaining([
            { asset: 'USDT', free: '100000.00000000', locked: '0.00000000' },
          ]),
          openOrders: [],
          openLists: [],
        },
      ],
      markets: expect.arrayContaining([expect.objectContaining({ symbol: 'BTCUSDT', status: 'TRADING' })]),
      feesTaken: [],
    });
  });

  it('is not counted', async () => {
    exchange = await openExchange();
    expect((await exchange.get('/local/state')).headers.get('x-mbx-used-weight')).toBeNull();
  });
});

import { createHmac } from 'node:crypto';
import { price, quantity } from '@org/domain';
import type { Fetched, OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Interference } from './interference.ts';

const ORDER = 'symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=39000';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let exchange: OpenExchange;
afterEach(() => exchange.close());

interface Parts {
  readonly query?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is sent, signed over query and body, with the signature at the end of the query. */
function send(
  method: string,
  path: string,
  { query = '', body = '', headers = {} }: Parts,
): Promise<Fetched> {
  const [key] = exchange.accounts;
  const stamped = `${query}${query === '' ? '' : '&'}timestamp=${exchange.clock.now()}`;
  const signature = createHmac('sha256', key?.secret ?? '')
    .update(stamped + body)
    .digest('hex');
  return exchange.get(`${path}?${stamped}&signature=${signature}`, {
    method,
    headers: { 'X-MBX-APIKEY': key?.apiKey ?? '', ...headers },
    ...(body === '' ? {} : { body }),
  });
}

const place = (order = ORDER) => send('POST', '/api/v3/order', { query: order });
const openOrders = () => exchange.world.exchange.openOrders('main');

describe('a signed request', () => {
  beforeEach(async () => {
    exchange = await openExchange();
  });

  it('may carry everything in its query, with an empty body of JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const { status, body } = await send('POST', '/api/v3/order', { query: ORDER, headers });
    expect(status).toBe(200);
    expect(body).toMatchObject({ symbol: 'BTCUSDT', status: 'NEW' });
  });

  it('may carry it in its body, or in both', async () => {
    const [first = '', rest = ''] = ORDER.split('&quantity');
    const inBody = await send('POST', '/api/v3/order', { body: ORDER, headers: FORM });
    expect(inBody.status).toBe(200);
    const mixed = { query: first, body: `quantity${rest}`, headers: FORM };
    expect((await send('POST', '/api/v3/order', mixed)).status).toBe(200);
    expect(openOrders()).toHaveLength(2);
  });

  it('means what its query says where the body says otherwise', async () => {
    const { body } = await send('POST', '/api/v3/order', { query: ORDER, body: 'price=1', headers: FORM });
    expect(body).toMatchObject({ price: '39000.00000000' });
  });

  it('holds no parameters in a body of another type', async () => {
    const headers = { 'content-type': 'application/json' };
    const { status, body } = await send('POST', '/api/v3/order', { body: '{"symbol":"BTC', headers });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: -1102 });
  });

  it('is refused where its signature is of other bytes', async () => {
    const headers = { 'X-MBX-APIKEY': exchange.accounts[0]?.apiKey ?? '' };
    const query = `timestamp=${exchange.clock.now()}&signature=${'0'.repeat(64)}`;
    expect(await exchange.get(`/api/v3/account?${query}`, { headers })).toMatchObject({
      status: 400,
      body: { code: -1022, msg: 'Signature for this request is not valid.' },
    });
  });

  it('is refused without a key, and with one that is not known', async () => {
    expect(await exchange.get('/api/v3/account')).toMatchObject({
      status: 401,
      body: { code: -2014, msg: 'API-key format invalid.' },
    });
    const headers = { 'X-MBX-APIKEY': 'x'.repeat(64) };
    expect(await send('GET', '/api/v3/account', { headers })).toMatchObject({
      status: 401,
      body: { code: -2015, msg: 'Invalid API-key, IP, or permissions for action.' },
    });
  });

  it('costs nothing where an order is placed, and tells how many were', async () => {
    const { headers } = await place();
    expect(headers.get('x-mbx-used-weight-1m')).toBe('0');
    expect(headers.get('x-mbx-order-count-10s')).toBe('1');
    expect(headers.get('x-mbx-order-count-1d')).toBe('1');
  });

  it('costs its weight where it amends an order, and nothing where that leaves the order nothing to do', async () => {
    await place();
    const amend = async (newQty: string) => {
      const query = `symbol=BTCUSDT&orderId=1&newQty=${newQty}`;
      return (await send('PUT', '/api/v3/order/amend/keepPriority', { query })).headers;
    };
    expect((await amend('0.09')).get('x-mbx-used-weight-1m')).toBe('4');
    const hand = exchange.world.exchange.market('BTCUSDT');
    hand.take('sell', price(3_900_000), quantity(4_000), exchange.world.marketTime.now());
    expect((await amend('0.04')).get('x-mbx-used-weight-1m')).toBe('4');
    expect(openOrders()).toEqual([]);
  });

  it('costs its weight where it fails, and tells of no orders', async () => {
    const { status, headers } = await place(ORDER.replace('39000', '39000.001'));
    expect(status).toBe(400);
    expect(headers.get('x-mbx-used-weight-1m')).toBe('1');
    expect(headers.get('x-mbx-order-count-10s')).toBeNull();
  });
});

describe('a signed request that is held up', () => {
  async function openWith(interference: Partial<Interference>): Promise<void> {
    const through: Interference = { delayBeforeMs: 0, isDone: true, delayAfterMs: 0, answer: 'own' };
    exchange = await openExchange({
      interfere: ({ request }) => (request.method === 'POST' ? { ...through, ...interference } : null),
    });
  }
  async function passWhenWaiting(ms: number): Promise<void> {
    while (exchange.clock.pending === 0) await exchange.get('/api/v3/ping');
    exchange.clock.pass(ms);
  }

  it('is turned away when its time is over, and does nothing', async () => {
    await openWith({ delayBeforeMs: 5001 });
    const placed = place();
    await passWhenWaiting(5001);
    expect(await placed).toMatchObject({
      status: 400,
      body: { code: -1021, msg: 'Timestamp for this request is outside of the recvWindow.' },
    });
    expect(openOrders()).toEqual([]);
  });

  it('counts as an unfilled order though it is turned away', async () => {
    await openWith({ delayBeforeMs: 5001 });
    const late = place();
    await passWhenWaiting(5001);
    expect((await late).status).toBe(400);
    const counts = exchange.world.orderCounts.counts('main', exchange.clock.now());
    expect(counts.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('is done within its time', async () => {
    await openWith({ delayBeforeMs: 5000 });
    const placed = place();
    await passWhenWaiting(5000);
    expect((await placed).status).toBe(200);
    expect(openOrders()).toHaveLength(1);
  });

  it('may be done though its answer is lost', async () => {
    await openWith({ answer: 'none' });
    await expect(place()).rejects.toThrow('fetch failed');
    expect(openOrders()).toHaveLength(1);
    expect((await exchange.get('/local/state')).text).toContain('"status":"NEW"');
  });
});

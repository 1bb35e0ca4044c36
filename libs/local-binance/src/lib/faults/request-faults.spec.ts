import type { FaultyExchange } from '../../testing/faulty-exchange.ts';
import { openFaulty, RESTING } from '../../testing/faulty-exchange.ts';
import { field } from '../../testing/fields.ts';
import { TestSocket } from '../../testing/test-socket.ts';

let exchange: FaultyExchange;
beforeEach(async () => {
  exchange = await openFaulty();
});
afterEach(() => exchange.close());

const place = () => exchange.signed('POST', '/api/v3/order', RESTING);
const openOrders = async () => (await exchange.signed('GET', '/api/v3/openOrders')).body;
const ORDER = { method: 'POST', path: '/api/v3/order' } as const;

describe('a request that is struck', () => {
  it('may be lost before the exchange has it', async () => {
    exchange.faults.add({ kind: 'request', match: ORDER, isDone: false, answer: 'drop', times: 1 });
    await expect(place()).rejects.toThrow('fetch failed');
    expect(await openOrders()).toEqual([]);
    expect((await place()).status).toBe(200);
  });

  it('may be done while its answer is lost', async () => {
    exchange.faults.add({ kind: 'request', match: ORDER, answer: 'drop', times: 1 });
    await expect(place()).rejects.toThrow('fetch failed');
    expect(await openOrders()).toMatchObject([{ clientOrderId: 'mine-1', status: 'NEW' }]);
  });

  it('may time out, whether it was done or not', async () => {
    const answer = {
      status: 503,
      body: {
        code: -1007,
        msg: 'Timeout waiting for response from backend server. Send status unknown; execution status unknown.',
      },
    };
    exchange.faults.add({ kind: 'request', match: ORDER, answer, isDone: false, times: 1 });
    expect(await place()).toMatchObject({ status: 503, body: { code: -1007 } });
    expect(await openOrders()).toEqual([]);
    exchange.faults.add({ kind: 'request', match: ORDER, answer, times: 1 });
    expect(await place()).toMatchObject({ status: 503, body: { code: -1007 } });
    expect(await openOrders()).toMatchObject([{ clientOrderId: 'mine-1' }]);
  });

  it('may be answered with a page of a proxy', async () => {
    const answer = { status: 403, body: '<html>Forbidden</html>', headers: { 'retry-after': '5' } };
    exchange.faults.add({ kind: 'request', answer });
    const got = await exchange.get('/api/v3/time');
    expect([got.status, got.text, got.headers.get('content-type'), got.headers.get('retry-after')]).toEqual([
      ...[403, '<html>Forbidden</html>', 'text/html', '5'],
    ]);
  });

  it('may take its time, before and after it is done', async () => {
    exchange.faults.add({ kind: 'request', match: ORDER, delayBeforeMs: 2000, delayAfterMs: 3000 });
    const placing = place();
    while (exchange.clock.pending === 0) await openOrders();
    expect(await openOrders()).toEqual([]);
    exchange.clock.pass(2000);
    while (exchange.clock.pending === 0) await openOrders();
    expect(await openOrders()).toMatchObject([{ clientOrderId: 'mine-1' }]);
    exchange.clock.pass(3000);
    expect((await placing).status).toBe(200);
  });

  it('may be done after it was answered', async () => {
    const answer = { status: 503, body: { code: -1007, msg: 'Timeout waiting for response.' } };
    exchange.faults.add({ kind: 'request', match: ORDER, answer, doneLaterMs: 2000, times: 1 });
    expect(await place()).toMatchObject({ status: 503, body: { code: -1007 } });
    expect(await openOrders()).toEqual([]);
    exchange.clock.pass(2000);
    expect(await openOrders()).toMatchObject([{ clientOrderId: 'mine-1', status: 'NEW' }]);
  });

  it('may be answered as if nothing had happened since', async () => {
    const match = { path: '/api/v3/openOrders' };
    exchange.faults.add({ kind: 'request', match, answer: { status: 200, body: [] }, times: 1 });
    await place();
    expect(await openOrders()).toEqual([]);
    expect(await openOrders()).toMatchObject([{ clientOrderId: 'mine-1' }]);
  });

  it('is chosen by its parameters', async () => {
    exchange.faults.add({
      ...{ kind: 'request', match: { parameters: { newClientOrderId: 'mine-2' } }, answer: 'drop' },
    });
    expect((await place()).status).toBe(200);
    const other = { ...RESTING, newClientOrderId: 'mine-2' };
    await expect(exchange.signed('POST', '/api/v3/order', other)).rejects.toThrow('fetch failed');
  });

  it('is chosen by its number', async () => {
    exchange.faults.add({ kind: 'request', skip: 2, times: 1, answer: { status: 500, body: '' } });
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1) statuses.push((await exchange.get('/api/v3/time')).status);
    expect(statuses).toEqual([200, 200, 500, 200]);
    expect(exchange.faults.list()).toEqual([]);
  });

  it('is chosen by chance, the same for the same seed', async () => {
    const statuses = async () => {
      const id = exchange.faults.add({
        kind: 'request',
        probability: 0.5,
        seed: 7,
        answer: { status: 500, body: '' },
      });
      const seen: number[] = [];
      for (let round = 0; round < 16; round += 1) seen.push((await exchange.get('/api/v3/time')).status);
      exchange.faults.remove(id);
      return seen;
    };
    const first = await statuses();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await statuses()).toEqual(first);
  });
});

describe('a request of the WebSocket API that is struck', () => {
  it('may be answered with an error', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    exchange.faults.add({
      ...{ kind: 'request', match: { socketMethod: 'time' }, times: 1 },
      answer: {
        status: 503,
        body: { code: -1008, msg: 'Server is currently overloaded with other requests.' },
      },
    });
    expect(await client.ask({ id: 1, method: 'time' })).toMatchObject({
      id: 1,
      status: 503,
      error: { code: -1008 },
    });
    expect(await client.ask({ id: 2, method: 'time' })).toMatchObject({ id: 2, status: 200 });
    await client.close();
  });

  it('may be answered with something else', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    const answer = { status: 200, body: { serverTime: 1 } };
    exchange.faults.add({ kind: 'request', match: { socketMethod: 'time' }, answer, times: 1 });
    expect(await client.ask({ id: 1, method: 'time' })).toMatchObject({ id: 1, result: { serverTime: 1 } });
    await client.close();
  });

  it('may be done after it was answered', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    const answer = { status: 503, body: { code: -1007, msg: 'Timeout waiting for response.' } };
    const match = { socketMethod: 'userDataStream.subscribe.signature' };
    exchange.faults.add({ kind: 'request', match, answer, doneLaterMs: 2000, times: 1 });
    const params = exchange.subscription();
    expect(await client.ask({ id: 1, method: match.socketMethod, params })).toMatchObject({ status: 503 });
    exchange.clock.pass(2000);
    expect(await client.ask({ id: 2, method: match.socketMethod, params })).toMatchObject({
      error: { code: -2035 },
    });
    await client.close();
  });

  it('may never be answered', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    exchange.faults.add({ kind: 'request', match: { socketMethod: 'time' }, isDone: false, times: 1 });
    client.send({ id: 1, method: 'time' });
    expect(await client.ask({ id: 2, method: 'time' })).toMatchObject({ id: 2 });
    await client.close();
  });

  it('may cost its connection', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    exchange.faults.add({ kind: 'request', match: { socketMethod: 'time' }, answer: 'drop', times: 1 });
    client.send({ id: 1, method: 'time' });
    expect((await client.ended).code).toBe(1006);
  });
});

describe('faults over HTTP', () => {
  const post = (body: string) => exchange.get('/local/faults', { method: 'POST', body });

  it('are added, listed and taken back', async () => {
    const fault = { kind: 'request', match: { path: '/api/v3/time' }, answer: { status: 500, body: '' } };
    const added = await post(JSON.stringify(fault));
    expect(added).toMatchObject({ status: 200, body: { id: 1 } });
    expect((await exchange.get('/api/v3/time')).status).toBe(500);
    const { body } = await exchange.get('/local/faults');
    expect(body).toMatchObject([{ id: 1, struck: 1, fault }]);
    expect((await exchange.get('/local/faults/1', { method: 'DELETE' })).status).toBe(200);
    expect((await exchange.get('/local/faults/1', { method: 'DELETE' })).status).toBe(404);
    expect((await exchange.get('/api/v3/time')).status).toBe(200);
  });

  it('are all taken back at once', async () => {
    await post('{"kind":"request","answer":"drop"}');
    await post('{"kind":"clock","aheadMs":5000}');
    await exchange.get('/local/faults', { method: 'DELETE' });
    expect((await exchange.get('/local/faults')).body).toEqual([]);
    expect(field((await exchange.get('/api/v3/time')).body, 'serverTime')).toBe(exchange.clock.now());
  });

  it.each([
    ['{', 'malformed'],
    ['', 'malformed'],
    ['[]', 'malformed'],
    ['{"kind":"gremlin"}', 'malformed at kind'],
    ['{"kind":"request","times":0}', 'malformed at times'],
    ['{"kind":"request","match":{"colour":"red"}}', 'malformed at match'],
    ['{"kind":"event"}', 'malformed at what'],
    ['{"kind":"symbol","symbol":"NOPE","status":"HALT"}', "the fault's symbol does not exist"],
    ['{"kind":"feeAsset","account":"nobody","isDiscounted":true}', "the fault's account does not exist"],
  ])('that make no sense are refused: %s', async (body, why) => {
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(String(field(refused.body, 'error'))).toContain(why);
    expect(exchange.faults.list()).toEqual([]);
  });

  it('are listed as they can be asked for again', async () => {
    const filters = [
      { filterType: 'LOT_SIZE', minQty: '0.002', maxQty: '9', stepSize: '0.001' },
      { filterType: 'MAX_NUM_ORDERS', maxNumOrders: 5 },
    ];
    const fault = { kind: 'symbol', symbol: 'BTCUSDT', filters, isExpiringOrders: false };
    await post(JSON.stringify(fault));
    expect((await exchange.get('/local/faults')).body).toEqual([{ id: 1, fault, struck: 0 }]);
    await exchange.get('/local/faults', { method: 'DELETE' });
  });
});

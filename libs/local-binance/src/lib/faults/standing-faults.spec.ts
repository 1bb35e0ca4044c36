import { price, quantity } from '@org/domain';
import type { FaultyExchange } from '../../testing/faulty-exchange.ts';
import { openFaulty, RESTING } from '../../testing/faulty-exchange.ts';
import { field, fields } from '../../testing/fields.ts';
import { tellStory } from '../../testing/market-story.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import type { FaultRequest } from './fault.ts';

let exchange: FaultyExchange;
beforeEach(async () => {
  exchange = await openFaulty();
});
afterEach(() => exchange.close());

const place = (changes: Readonly<Record<string, string>> = {}) =>
  exchange.signed('POST', '/api/v3/order', { ...RESTING, ...changes });
const serverTime = async () => field((await exchange.get('/api/v3/time')).body, 'serverTime');

describe('a clock that is off', () => {
  it('makes honest timestamps wrong until it is put right', async () => {
    const id = exchange.faults.add({ kind: 'clock', aheadMs: 60_000 });
    expect(await serverTime()).toBe(exchange.clock.now() + 60_000);
    exchange.faults.remove(id);
    expect(await serverTime()).toBe(exchange.clock.now());
  });

  it('is put right by itself', async () => {
    exchange.faults.add({ kind: 'clock', aheadMs: -60_000, forMs: 1000 });
    expect(await serverTime()).toBe(exchange.clock.now() - 60_000);
    exchange.clock.pass(1000);
    expect(await serverTime()).toBe(exchange.clock.now());
    expect(exchange.faults.list()).toEqual([]);
  });
});

describe('a market that changes', () => {
  it.each(['HALT', 'BREAK'] as const)('takes no orders in %s', async (status) => {
    const id = exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status });
    expect((await place()).body).toMatchObject({ msg: 'Market is closed.' });
    exchange.faults.remove(id);
    expect((await place()).status).toBe(200);
  });

  it('takes cancels and nothing else in CANCEL_ONLY', async () => {
    await place();
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'CANCEL_ONLY' });
    expect((await place({ newClientOrderId: 'mine-2' })).status).toBe(400);
    const cancel = { symbol: 'BTCUSDT', origClientOrderId: 'mine-1' };
    expect((await exchange.signed('DELETE', '/api/v3/order', cancel)).status).toBe(200);
  });

  it('may end every order, as maintenance does', async () => {
    await place();
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'BREAK', isExpiringOrders: true });
    const order = await exchange.signed('GET', '/api/v3/order', {
      symbol: 'BTCUSDT',
      origClientOrderId: 'mine-1',
    });
    expect(order.body).toMatchObject({ status: 'EXPIRED', expiryReason: 'EXCHANGE_CANCELED' });
  });

  it('may change its filters, which leaves resting orders alone', async () => {
    await place({ price: '20000.01' });
    const filter = { filterType: 'PRICE_FILTER', minPrice: '1', maxPrice: '1000000', tickSize: '1' } as const;
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', filters: [filter] });
    expect((await place({ price: '20000.01', newClientOrderId: 'mine-2' })).body).toMatchObject({
      ...{ code: -1013, msg: 'Filter failure: PRICE_FILTER' },
    });
    expect((await exchange.signed('GET', '/api/v3/openOrders')).body).toMatchObject([
      { price: '20000.01000000' },
    ]);
  });

  it('has its makers place in the new steps too, once they have taken back what they had', async () => {
    const synthetic = await openFaulty({ market: 'synthetic' });
    try {
      synthetic.advance(1000);
      const coarse = { minPrice: '10', maxPrice: '1000000', tickSize: '10' };
      const lots = { minQty: '0.01', maxQty: '9000', stepSize: '0.01' };
      synthetic.faults.add({
        kind: 'symbol',
        symbol: 'BTCUSDT',
        filters: [
          { filterType: 'PRICE_FILTER', ...coarse },
          { filterType: 'LOT_SIZE', ...lots },
        ],
      });
      synthetic.advance(60_000);
      const { body } = await synthetic.get('/api/v3/depth?symbol=BTCUSDT&limit=5000');
      const levels = ['bids', 'asks'].map((name) => field(body, name)).flat();
      expect(levels.length).toBeGreaterThan(20);
      for (const level of levels) {
        expect(level).toEqual([expect.stringMatching(/0\.0{8}$/), expect.stringMatching(/\.\d\d0{6}$/)]);
      }
    } finally {
      await synthetic.close();
    }
  });
});

describe('a price range', () => {
  /** Buys up to 40,800. */
  const RANGE: FaultRequest = {
    kind: 'symbol',
    symbol: 'BTCUSDT',
    executionRules: [{ ruleType: 'PRICE_RANGE', bidLimitMultUp: '1.02', askLimitMultDown: '0.98' }],
    referencePrice: { calculationType: 'EXTERNAL', referencePrice: '40000' },
  };
  const BUY = { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.2', newOrderRespType: 'FULL' };

  function offer(): void {
    const hand = exchange.world.exchange.market('BTCUSDT');
    for (const ticks of [4_080_000, 4_080_001]) hand.place('sell', price(ticks), quantity(10_000), 0);
  }

  it('ends a taker that would leave it, and the answer and the event say why', async () => {
    offer();
    const client = await TestSocket.open(exchange.wsApiUrl);
    const params = exchange.subscription();
    await client.ask({ id: 1, method: 'userDataStream.subscribe.signature', params });
    exchange.faults.add(RANGE);
    const { status, body } = await exchange.signed('POST', '/api/v3/order', BUY);
    expect([status, body]).toMatchObject([
      200,
      {
        status: 'EXPIRED',
        executedQty: '0.10000000',
        expiryReason: 'EXECUTION_RULE_PRICE_RANGE_EXCEEDED',
        fills: [{ price: '40800.00000000' }],
      },
    ]);
    const events = (await client.heardOfApi()).map((message) => field(message, 'event'));
    expect(events).toMatchObject([
      { e: 'executionReport', x: 'NEW' },
      { e: 'executionReport', x: 'TRADE', L: '40800.00000000' },
      { e: 'executionReport', x: 'EXPIRED', X: 'EXPIRED', eR: 'EXECUTION_RULE_PRICE_RANGE_EXCEEDED' },
      { e: 'outboundAccountPosition' },
    ]);
    const query = { symbol: 'BTCUSDT', orderId: String(field(body, 'orderId')) };
    expect((await exchange.signed('GET', '/api/v3/order', query)).body).toMatchObject({
      expiryReason: 'EXECUTION_RULE_PRICE_RANGE_EXCEEDED',
    });
  });

  it('binds nobody once it is taken back', async () => {
    offer();
    exchange.faults.add(RANGE);
    exchange.faults.clear();
    expect((await exchange.signed('POST', '/api/v3/order', BUY)).body).toMatchObject({ status: 'FILLED' });
  });

  it('has filters measure by its reference price', async () => {
    offer();
    const [up, down] = ['1.1', '0.9'];
    const sides = {
      bidMultiplierUp: up,
      bidMultiplierDown: down,
      askMultiplierUp: up,
      askMultiplierDown: down,
    };
    const filter = { filterType: 'PERCENT_PRICE_BY_SIDE', avgPriceMins: 5, ...sides } as const;
    exchange.faults.add(RANGE);
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', filters: [filter] });
    expect((await place({ price: '35999.99' })).body).toMatchObject({
      msg: 'Filter failure: PERCENT_PRICE_BY_SIDE',
    });
    expect((await place({ price: '36000' })).status).toBe(200);
  });
});

describe('faults that overlap', () => {
  const told = async () => field((await exchange.get('/api/v3/exchangeInfo?symbol=BTCUSDT')).body, 'symbols');

  it('are undone each on its own, and leave the market as it was', async () => {
    const before = await told();
    const halt = exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'HALT' });
    const filter = { filterType: 'PRICE_FILTER', minPrice: '1', maxPrice: '1000000', tickSize: '1' } as const;
    const coarse = exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', filters: [filter] });
    exchange.faults.remove(halt);
    expect((await place({ price: '20000.01' })).body).toMatchObject({
      msg: 'Filter failure: PRICE_FILTER',
    });
    exchange.faults.remove(coarse);
    expect(await told()).toEqual(before);
    expect((await place({ price: '20000.01' })).status).toBe(200);
  });

  it('leave an account as it was', () => {
    const before = exchange.world.exchange.account('alice');
    const first = exchange.faults.add({ kind: 'feeAsset', account: 'alice', isDiscounted: true });
    const second = exchange.faults.add({ kind: 'feeAsset', account: 'alice', isDiscounted: true });
    exchange.faults.remove(first);
    expect(exchange.world.exchange.account('alice')?.discount.isEnabled).toBe(true);
    exchange.faults.remove(second);
    expect(exchange.world.exchange.account('alice')).toEqual(before);
  });
});

describe('fees', () => {
  it('are taken from another asset where that is changed', () => {
    exchange.faults.add({ kind: 'feeAsset', account: 'alice', isDiscounted: true });
    expect(exchange.world.exchange.account('alice')?.discount.isEnabled).toBe(true);
    exchange.faults.clear();
    expect(exchange.world.exchange.account('alice')?.discount.isEnabled).toBe(false);
  });
});

describe('limits', () => {
  it('may be lowered, which exchangeInfo tells', async () => {
    exchange.faults.add({ kind: 'limits', fraction: 0.01 });
    const limits = field((await exchange.get('/api/v3/exchangeInfo?symbol=BTCUSDT')).body, 'rateLimits');
    expect(limits).toContainEqual({
      rateLimitType: 'REQUEST_WEIGHT',
      interval: 'MINUTE',
      intervalNum: 1,
      limit: 60,
    });
    expect((await exchange.get('/api/v3/exchangeInfo')).status).toBe(200);
    expect((await exchange.get('/api/v3/exchangeInfo')).status).toBe(200);
    expect((await exchange.get('/api/v3/exchangeInfo')).status).toBe(429);
  });

  it('may shut an address out for a while', async () => {
    exchange.faults.add({ kind: 'ban', forMs: 120_000 });
    const banned = await exchange.get('/api/v3/time');
    expect([banned.status, banned.headers.get('retry-after')]).toEqual([418, '120']);
    exchange.clock.pass(120_000);
    expect((await exchange.get('/api/v3/time')).status).toBe(200);
  });
});

describe('a connection', () => {
  const connect = () => TestSocket.open(`${exchange.streamUrl}/ws/btcusdt@trade`);

  it('may be cut without a word', async () => {
    const client = await connect();
    exchange.faults.add({ kind: 'connection', what: 'cut' });
    expect((await client.ended).code).toBe(1006);
  });

  it('may be told that the server shuts down', async () => {
    const client = await connect();
    exchange.faults.add({ kind: 'connection', what: 'shutdown' });
    expect(await client.next()).toMatchObject({ e: 'serverShutdown' });
    exchange.clock.pass(60_000);
    expect((await client.ended).code).toBe(1001);
  });

  it('told of a shutdown leaves nothing to wait for when the exchange closes', async () => {
    const client = await connect();
    exchange.faults.add({ kind: 'connection', what: 'shutdown' });
    await exchange.close();
    await client.ended;
    expect(exchange.clock.pending).toBe(0);
  });

  it.each(['stall', 'freeze'] as const)('may %s, and go on when the fault is over', async (what) => {
    const client = await connect();
    const match = { of: 'streams', stream: 'btcusdt@trade' } as const;
    const id = exchange.faults.add({ kind: 'connection', what, match });
    tellStory(exchange);
    exchange.faults.remove(id);
    tellStory(exchange);
    expect(fields(await client.heard(), 't')).toEqual([5, 6, 7, 8]);
    await client.close();
  });

  it('that is stalled twice goes on when both faults are over', async () => {
    const client = await connect();
    const first = exchange.faults.add({ kind: 'connection', what: 'stall' });
    const second = exchange.faults.add({ kind: 'connection', what: 'freeze' });
    exchange.faults.remove(second);
    tellStory(exchange);
    exchange.faults.remove(first);
    tellStory(exchange);
    expect(fields(await client.heard(), 't')).toEqual([5, 6, 7, 8]);
    await client.close();
  });

  it('may lose its subscription to an account', async () => {
    const client = await TestSocket.open(exchange.wsApiUrl);
    await client.ask({
      id: 1,
      method: 'userDataStream.subscribe.signature',
      params: exchange.subscription(),
    });
    exchange.faults.add({ kind: 'connection', what: 'endUserData' });
    expect(field(await client.next(), 'event')).toMatchObject({ e: 'eventStreamTerminated' });
    await place();
    expect(await client.heardOfApi()).toEqual([]);
    await client.close();
  });

  it('may be refused', async () => {
    exchange.faults.add({ kind: 'refuseConnections', path: '/ws', times: 1 });
    await expect(connect()).rejects.toThrow('Refused with 503.');
    await (await connect()).close();
  });
});

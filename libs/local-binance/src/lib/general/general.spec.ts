import type { OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let exchange: OpenExchange;
beforeAll(async () => {
  exchange = await openExchange();
});
afterEach(() => exchange.faults.clear());
afterAll(() => exchange.close());

const ask = async (question: string) => (await exchange.get(`/api/v3/${question}`)).body;
const symbolsOf = (info: unknown): unknown => Reflect.get(Object(info), 'symbols');

describe('GET /api/v3/ping', () => {
  it('answers with nothing', async () => {
    expect(await exchange.get('/api/v3/ping')).toMatchObject({ status: 200, body: {} });
  });
});

describe('GET /api/v3/time', () => {
  it('tells the time of the protocol, whatever the market is at', async () => {
    exchange.advance(5000);
    expect(await ask('time')).toEqual({ serverTime: NEW_YEAR_MS });
    expect(exchange.world.marketTime.now()).toBe(NEW_YEAR_MS + 5000);
  });

  it('tells it in microseconds to those who ask for them', async () => {
    const { body } = await exchange.get('/api/v3/time', { headers: { 'X-MBX-TIME-UNIT': 'MICROSECOND' } });
    expect(body).toEqual({ serverTime: NEW_YEAR_MS * 1000 });
  });
});

describe('GET /api/v3/exchangeInfo', () => {
  it('tells all limits and all markets', async () => {
    expect(await ask('exchangeInfo')).toEqual({
      timezone: 'UTC',
      serverTime: NEW_YEAR_MS,
      rateLimits: [
        { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
        { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 100 },
        { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: 200_000 },
        { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 300_000 },
      ],
      exchangeFilters: [],
      symbols: exchange.world.exchange
        .symbols()
        .map(({ symbol }): unknown => expect.objectContaining({ symbol, status: 'TRADING' })),
      sors: expect.arrayContaining([
        { baseAsset: 'BTC', symbols: ['BTCUSDT'] },
        { baseAsset: 'ETH', symbols: ['ETHUSDT'] },
      ]),
    });
  });

  it('tells of one market, or of several', async () => {
    expect(symbolsOf(await ask('exchangeInfo?symbol=BTCUSDT'))).toMatchObject([{ symbol: 'BTCUSDT' }]);
    expect(symbolsOf(await ask('exchangeInfo?symbols=["ETHUSDT","BTCUSDT"]'))).toMatchObject([
      { symbol: 'ETHUSDT' },
      { symbol: 'BTCUSDT' },
    ]);
    expect(await ask('exchangeInfo?symbol=NONE')).toEqual({ code: -1121, msg: 'Invalid symbol.' });
  });

  it('tells of markets by permission and by state', async () => {
    const all = exchange.world.exchange.symbols().length;
    expect(symbolsOf(await ask('exchangeInfo?permissions=SPOT'))).toHaveLength(all);
    expect(symbolsOf(await ask('exchangeInfo?permissions=["SPOT","MARGIN"]'))).toHaveLength(all);
    expect(symbolsOf(await ask('exchangeInfo?permissions=MARGIN'))).toEqual([]);
    expect(symbolsOf(await ask('exchangeInfo?symbolStatus=BREAK'))).toEqual([]);
    expect(await ask('exchangeInfo?symbol=BTCUSDT&permissions=SPOT')).toMatchObject({ code: -1128 });
  });

  it('can leave the permissions out', async () => {
    const [info] = [await ask('exchangeInfo?symbol=BTCUSDT&showPermissionSets=false')];
    expect(symbolsOf(info)).toMatchObject([{ permissionSets: [] }]);
    expect(await ask('exchangeInfo?showPermissionSets=perhaps')).toMatchObject({ code: -1130 });
  });
});

describe('GET /api/v3/executionRules', () => {
  it('tells how far from the reference price takers may trade', async () => {
    const rule = {
      ruleType: 'PRICE_RANGE',
      bidLimitMultUp: '1.0500',
      bidLimitMultDown: '0.5000',
      askLimitMultUp: '2.0000',
      askLimitMultDown: '0.95125',
    } as const;
    const id = exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', executionRules: [rule] });
    const told = { symbolRules: [{ symbol: 'BTCUSDT', rules: [rule] }] };
    expect(await ask('executionRules?symbol=BTCUSDT')).toEqual(told);
    exchange.faults.remove(id);
    const upper = { ruleType: 'PRICE_RANGE', bidLimitMultUp: '1.1000' } as const;
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', executionRules: [upper] });
    expect(await ask('executionRules?symbol=BTCUSDT')).toMatchObject({ symbolRules: [{ rules: [upper] }] });
  });

  it('tells that most markets have none', async () => {
    expect(await ask('executionRules?symbol=BTCUSDT')).toEqual({
      symbolRules: [{ symbol: 'BTCUSDT', rules: [] }],
    });
    expect(await ask('executionRules')).toMatchObject({ symbolRules: expect.any(Array) });
    expect(await ask('executionRules?symbol=NONE')).toMatchObject({ code: -1121 });
    expect(await ask('executionRules?symbol=BTCUSDT&symbolStatus=TRADING')).toMatchObject({ code: -1128 });
  });
});

describe('GET /sapi/v1/system/status', () => {
  it('tells that there is no maintenance', async () => {
    const { status, body } = await exchange.get('/sapi/v1/system/status');
    expect([status, body]).toEqual([200, { status: 0, msg: 'normal' }]);
  });
});

describe('weights', () => {
  const several = (count: number) =>
    encodeURIComponent(JSON.stringify(Array.from({ length: count }, (_, index) => `S${index}`)));

  /** What a request adds to the used weight, in a minute of its own. */
  async function weightOf(question: string): Promise<number> {
    exchange.clock.pass(60_000);
    const { headers } = await exchange.get(`/api/v3/${question}`);
    return Number(headers.get('x-mbx-used-weight-1m'));
  }

  it.each([
    ['ping', 1],
    ['time', 1],
    ['exchangeInfo', 20],
    ['executionRules', 40],
    ['executionRules?symbol=BTCUSDT', 2],
    ['executionRules?symbols=["BTCUSDT","ETHUSDT"]', 4],
    ['depth?symbol=BTCUSDT', 5],
    ['depth?symbol=BTCUSDT&limit=100', 5],
    ['depth?symbol=BTCUSDT&limit=101', 25],
    ['depth?symbol=BTCUSDT&limit=501', 50],
    ['depth?symbol=BTCUSDT&limit=1001', 250],
    ['depth?symbol=BTCUSDT&limit=6000', 250],
    ['trades?symbol=BTCUSDT', 25],
    ['historicalTrades?symbol=BTCUSDT', 25],
    ['historicalBlockTrades?symbol=BTCUSDT&fromId=0', 25],
    ['aggTrades?symbol=BTCUSDT', 4],
    ['klines?symbol=BTCUSDT&interval=1m', 2],
    ['uiKlines?symbol=BTCUSDT&interval=1m', 2],
    ['avgPrice?symbol=BTCUSDT', 2],
    ['ticker/24hr?symbol=BTCUSDT', 2],
    ['ticker/24hr', 80],
    [`ticker/24hr?symbols=${several(20)}`, 2],
    [`ticker/24hr?symbols=${several(21)}`, 40],
    [`ticker/24hr?symbols=${several(101)}`, 80],
    ['ticker/tradingDay?symbol=BTCUSDT', 4],
    [`ticker/tradingDay?symbols=${several(50)}`, 200],
    [`ticker/tradingDay?symbols=${several(51)}`, 200],
    ['ticker?symbol=BTCUSDT', 4],
    [`ticker?symbols=${several(3)}`, 12],
    ['ticker/price?symbol=BTCUSDT', 2],
    ['ticker/price', 4],
    ['ticker/bookTicker?symbol=BTCUSDT', 2],
    ['ticker/bookTicker', 4],
    ['referencePrice?symbol=BTCUSDT', 2],
    ['referencePrice/calculation?symbol=BTCUSDT', 2],
  ])('GET /api/v3/%s weighs %i', async (question, weight) => {
    expect(await weightOf(question)).toBe(weight);
  });
});

import type { OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import { tellStory } from '../../testing/market-story.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let exchange: OpenExchange;
beforeAll(async () => {
  exchange = await openExchange();
  tellStory(exchange);
});
afterEach(() => exchange.faults.clear());
afterAll(() => exchange.close());

const ask = async (question: string) => (await exchange.get(`/api/v3/${question}`)).body;

const COMBINATION = { code: -1128, msg: 'Combination of optional parameters invalid.' };

describe('GET /api/v3/depth', () => {
  it('shows both sides, best first', async () => {
    expect(await ask('depth?symbol=BTCUSDT')).toEqual({
      // Four orders came and four trades changed a level.
      lastUpdateId: 8,
      bids: [
        ['41900.00000000', '2.00000000'],
        ['41800.00000000', '1.00000000'],
      ],
      asks: [['42100.00000000', '1.50000000']],
    });
  });

  it('shows as many levels as are asked for', async () => {
    const { body } = await exchange.get('/api/v3/depth?symbol=BTCUSDT&limit=1');
    expect(body).toMatchObject({ bids: [['41900.00000000', '2.00000000']] });
  });

  it('cuts more than 5000 levels to 5000, and takes no 0', async () => {
    expect(await ask('depth?symbol=BTCUSDT&limit=9999')).toHaveProperty('lastUpdateId');
    expect(await ask('depth?symbol=BTCUSDT&limit=0')).toEqual({
      code: -1130,
      msg: "Data sent for parameter 'limit' is not valid.",
    });
  });

  it('is empty where nobody trades', async () => {
    expect(await ask('depth?symbol=ETHUSDT')).toEqual({ lastUpdateId: 0, bids: [], asks: [] });
  });

  it('answers about a market in the named state only', async () => {
    expect(await ask('depth?symbol=ETHUSDT&symbolStatus=TRADING')).toHaveProperty('bids');
    expect(await ask('depth?symbol=ETHUSDT&symbolStatus=HALT')).toMatchObject({ code: -1220 });
    expect(await ask('depth?symbol=ETHUSDT&symbolStatus=OPEN')).toEqual({
      code: -1122,
      msg: 'Invalid symbolStatus.',
    });
  });
});

const FIRST_TRADE = {
  id: 1,
  price: '42000.00000000',
  qty: '0.50000000',
  quoteQty: '21000.00000000',
  time: NEW_YEAR_MS,
  isBuyerMaker: false,
  isBestMatch: true,
};

const idsOf = (trades: unknown) => fieldsOf(trades, 'id');

describe('GET /api/v3/trades', () => {
  it('gives the latest, oldest first', async () => {
    const trades = await ask('trades?symbol=BTCUSDT');
    expect(idsOf(trades)).toEqual([1, 2, 3, 4]);
    expect(expectArray(trades)[0]).toEqual(FIRST_TRADE);
    expect(expectArray(trades)[3]).toMatchObject({ isBuyerMaker: true, time: NEW_YEAR_MS + 60_200 });
  });

  it('gives as many as are asked for', async () => {
    expect(idsOf(await ask('trades?symbol=BTCUSDT&limit=2'))).toEqual([3, 4]);
  });
});

describe('GET /api/v3/historicalTrades', () => {
  it('gives the latest, or those from an id on', async () => {
    expect(idsOf(await ask('historicalTrades?symbol=BTCUSDT&limit=1'))).toEqual([4]);
    expect(idsOf(await ask('historicalTrades?symbol=BTCUSDT&limit=2&fromId=2'))).toEqual([2, 3]);
    expect(await ask('historicalTrades?symbol=BTCUSDT&fromId=9')).toEqual([]);
  });

  it('takes ids of up to 64 bits', async () => {
    expect(await ask('historicalTrades?symbol=BTCUSDT&fromId=9223372036854775807')).toEqual([]);
    expect(await ask('historicalTrades?symbol=BTCUSDT&fromId=9223372036854775808')).toEqual({
      code: -1108,
      msg: "Parameter 'fromId' overflowed.",
    });
  });
});

describe('GET /api/v3/historicalBlockTrades', () => {
  it('tells of none, since nothing is traded in blocks', async () => {
    expect(await ask('historicalBlockTrades?symbol=BTCUSDT&fromId=1')).toEqual([]);
  });

  it('needs an id to start from', async () => {
    expect(await ask('historicalBlockTrades?symbol=BTCUSDT')).toEqual({
      code: -1102,
      msg: "Mandatory parameter 'fromId' was not sent, was empty/null, or malformed.",
    });
  });
});

describe('GET /api/v3/aggTrades', () => {
  const aggregateIds = async (question: string) =>
    fieldsOf(await ask(`aggTrades?symbol=BTCUSDT${question}`), 'a');

  it('gives what one taker traded at one price as one', async () => {
    expect(expectArray(await ask('aggTrades?symbol=BTCUSDT'))[1]).toEqual({
      a: 2,
      p: '42000.00000000',
      q: '1.50000000',
      f: 2,
      l: 2,
      T: NEW_YEAR_MS + 200,
      m: false,
      M: true,
    });
  });

  it('gives the latest, those from an id on, or those between two times', async () => {
    expect(await aggregateIds('')).toEqual([1, 2, 3, 4]);
    expect(await aggregateIds('&limit=1')).toEqual([4]);
    expect(await aggregateIds('&fromId=2&limit=2')).toEqual([2, 3]);
    expect(await aggregateIds(`&startTime=${NEW_YEAR_MS + 200}`)).toEqual([2, 3, 4]);
    expect(await aggregateIds(`&startTime=${NEW_YEAR_MS}&endTime=${NEW_YEAR_MS + 200}`)).toEqual([1, 2, 3]);
    expect(await aggregateIds(`&endTime=${NEW_YEAR_MS + 200}&limit=1`)).toEqual([3]);
  });

  it('takes times in microseconds', async () => {
    expect(await aggregateIds(`&startTime=${NEW_YEAR_MS + 200}000&limit=1`)).toEqual([2]);
  });

  it('takes an id or times, not both', async () => {
    expect(await ask(`aggTrades?symbol=BTCUSDT&fromId=1&startTime=${NEW_YEAR_MS}`)).toEqual(COMBINATION);
  });
});

const FIRST_MINUTE = [
  NEW_YEAR_MS,
  '42000.00000000',
  '42100.00000000',
  '42000.00000000',
  '42100.00000000',
  '2.50000000',
  NEW_YEAR_MS + 59_999,
  // 0.5 and 1.5 at 42,000, and 0.5 at 42,100; takers bought all of it.
  '105050.00000000',
  3,
  '2.50000000',
  '105050.00000000',
  '0',
];

describe.each(['klines', 'uiKlines'])('GET /api/v3/%s', (name) => {
  it('gives bars with what was traded in them', async () => {
    const bars = expectArray(await ask(`${name}?symbol=BTCUSDT&interval=1m`));
    expect(bars).toHaveLength(3);
    expect(bars[0]).toEqual(FIRST_MINUTE);
    expect(expectArray(bars[1]).slice(0, 2)).toEqual([NEW_YEAR_MS + 60_000, '41900.00000000']);
  });

  it('gives a bar in which nothing was traded too', async () => {
    const bars = expectArray(await ask(`${name}?symbol=BTCUSDT&interval=1m&limit=1`));
    expect(bars).toEqual([
      [
        NEW_YEAR_MS + 120_000,
        ...Array<string>(4).fill('41900.00000000'),
        '0.00000000',
        NEW_YEAR_MS + 179_999,
        '0.00000000',
        0,
        '0.00000000',
        '0.00000000',
        '0',
      ],
    ]);
  });

  it('gives bars between two times', async () => {
    const opens = async (question: string) =>
      expectArray(await ask(`${name}?symbol=BTCUSDT&interval=1m${question}`)).map(
        (bar) => (Number(expectArray(bar)[0]) - NEW_YEAR_MS) / 60_000,
      );
    expect(await opens(`&startTime=${NEW_YEAR_MS + 1}`)).toEqual([1, 2]);
    expect(await opens(`&endTime=${NEW_YEAR_MS + 60_000}`)).toEqual([0, 1]);
    expect(await opens(`&startTime=${NEW_YEAR_MS}&limit=1`)).toEqual([0]);
  });

  it('opens days at midnight where the caller is', async () => {
    const dayOpen = async (zone: string) => {
      const [day] = expectArray(await ask(`${name}?symbol=BTCUSDT&interval=1d&timeZone=${zone}`));
      return expectArray(day)[0];
    };
    expect(await dayOpen('0')).toBe(NEW_YEAR_MS);
    expect(await dayOpen('8')).toBe(NEW_YEAR_MS - 8 * 3_600_000);
    expect(await dayOpen('-1:00')).toBe(NEW_YEAR_MS - 23 * 3_600_000);
    expect(await ask(`${name}?symbol=BTCUSDT&interval=1d&timeZone=15`)).toMatchObject({ code: -1130 });
  });

  it('knows all intervals of the exchange and no other', async () => {
    const all = '1s 1m 3m 5m 15m 30m 1h 2h 4h 6h 8h 12h 1d 3d 1w 1M'.split(' ');
    for (const interval of all) {
      const bars = expectArray(await ask(`${name}?symbol=BTCUSDT&interval=${interval}&startTime=0`));
      expect(expectArray(bars[0]).slice(1, 3)).toEqual(['42000.00000000', expect.any(String)]);
    }
    expect(await ask(`${name}?symbol=BTCUSDT&interval=7m`)).toEqual({
      code: -1120,
      msg: 'Invalid interval.',
    });
  });
});

describe('GET /api/v3/avgPrice', () => {
  it('is what was paid in five minutes over what was traded', async () => {
    // 146,950 USDT for 3.5 BTC.
    expect(await ask('avgPrice?symbol=BTCUSDT')).toEqual({
      mins: 5,
      price: '41985.71428571',
      closeTime: NEW_YEAR_MS + 60_200,
    });
  });

  it('is 0 where nothing was ever traded', async () => {
    expect(await ask('avgPrice?symbol=ETHUSDT')).toMatchObject({ price: '0.00000000' });
  });
});

/** Over two minutes. */
const MEAN = { calculationType: 'ARITHMETIC_MEAN', bucketCount: 12, bucketWidthMs: 10_000 } as const;

describe('GET /api/v3/referencePrice', () => {
  it('tells what a symbol is measured by, or that there is none', async () => {
    expect(await ask('referencePrice?symbol=BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      referencePrice: null,
      timestamp: exchange.world.marketTime.now(),
    });
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', referencePrice: MEAN });
    tellStory(exchange);
    // A last trade at 41,900; the others are older than the two minutes.
    expect(await ask('referencePrice?symbol=BTCUSDT')).toMatchObject({ referencePrice: '41900.00000000' });
    expect(await ask('referencePrice?symbol=NONE')).toMatchObject({ code: -1121 });
  });

  it('tells one that was set', async () => {
    const set = { calculationType: 'EXTERNAL', referencePrice: '41234.5' } as const;
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', referencePrice: set });
    expect(await ask('referencePrice?symbol=BTCUSDT')).toMatchObject({ referencePrice: '41234.50000000' });
    expect(await ask('referencePrice/calculation?symbol=BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      calculationType: 'EXTERNAL',
      externalCalculationId: 0,
    });
  });
});

describe('GET /api/v3/referencePrice/calculation', () => {
  it('tells how it is found, or that none is', async () => {
    expect(await exchange.get('/api/v3/referencePrice/calculation?symbol=BTCUSDT')).toMatchObject({
      status: 400,
      body: { code: -2043, msg: "This symbol doesn't have a reference price." },
    });
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', referencePrice: MEAN });
    expect(await ask('referencePrice/calculation?symbol=BTCUSDT')).toEqual({ symbol: 'BTCUSDT', ...MEAN });
    expect(await ask('referencePrice/calculation?symbol=NONE')).toMatchObject({ code: -1121 });
  });
});

function expectArray(value: unknown): readonly unknown[] {
  expect(value).toBeInstanceOf(Array);
  return Array.isArray(value) ? value : [];
}

function fieldsOf(entries: unknown, name: string): readonly unknown[] {
  return expectArray(entries).map((entry): unknown => Reflect.get(Object(entry), name));
}

import type { OpenExchange } from '../../../testing/open-exchange.ts';
import { openExchange } from '../../../testing/open-exchange.ts';
import { tellStory } from '../../../testing/market-story.ts';
import { NEW_YEAR_MS } from '../../../testing/trades.ts';

const DAY_MS = 86_400_000;
/** When it is now: two and a half minutes and a little after New Year. */
const NOW = NEW_YEAR_MS + 150_200;

let exchange: OpenExchange;
beforeAll(async () => {
  exchange = await openExchange();
  tellStory(exchange);
});
afterAll(() => exchange.close());

const ask = async (question: string) => (await exchange.get(`/api/v3/ticker${question}`)).body;

/** All trades of the story: 3.5 BTC for 146,950 USDT, from 42,000 to 41,900. */
const PRICES = {
  openPrice: '42000.00000000',
  highPrice: '42100.00000000',
  lowPrice: '41900.00000000',
  lastPrice: '41900.00000000',
};
const TRADED = { volume: '3.50000000', quoteVolume: '146950.00000000', firstId: 1, lastId: 4, count: 4 };
const CHANGES = {
  priceChange: '-100.00000000',
  // 100 / 42,000 = 0.2381%
  priceChangePercent: '-0.238',
  weightedAvgPrice: '41985.71428571',
};
/** A day ago, on the minute. */
const WINDOW = { openTime: NEW_YEAR_MS + 120_000 - DAY_MS, closeTime: NOW };

const NEVER_TRADED = {
  openPrice: '0.00000000',
  lastPrice: '0.00000000',
  volume: '0.00000000',
  firstId: -1,
  lastId: -1,
  count: 0,
};

const COMBINATION = { code: -1128, msg: 'Combination of optional parameters invalid.' };
const symbols = (...names: readonly string[]) => `symbols=${encodeURIComponent(JSON.stringify(names))}`;

describe('GET /api/v3/ticker/24hr', () => {
  it('tells of the last day and of the book', async () => {
    expect(await ask('/24hr?symbol=BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      ...CHANGES,
      prevClosePrice: '42000.00000000',
      lastQty: '1.00000000',
      bidPrice: '41900.00000000',
      bidQty: '2.00000000',
      askPrice: '42100.00000000',
      askQty: '1.50000000',
      ...PRICES,
      ...TRADED,
      ...WINDOW,
    });
  });

  it('tells less in MINI', async () => {
    expect(await ask('/24hr?symbol=BTCUSDT&type=MINI')).toEqual({
      symbol: 'BTCUSDT',
      ...PRICES,
      ...TRADED,
      ...WINDOW,
    });
    expect(await ask('/24hr?symbol=BTCUSDT&type=TINY')).toEqual({ code: -1139, msg: 'Invalid ticker type.' });
  });

  it('tells of one market, several or all', async () => {
    expect(await ask('/24hr?symbol=ETHUSDT')).toMatchObject(NEVER_TRADED);
    expect(await ask(`/24hr?${symbols('ETHUSDT', 'BTCUSDT')}`)).toMatchObject([
      { symbol: 'ETHUSDT' },
      { symbol: 'BTCUSDT' },
    ]);
    expect(await ask('/24hr')).toHaveLength(exchange.world.exchange.symbols().length);
  });
});

describe('GET /api/v3/ticker', () => {
  it('tells of a window that begins on a minute', async () => {
    expect(await ask('?symbol=BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      ...CHANGES,
      ...PRICES,
      ...TRADED,
      ...WINDOW,
    });
    expect(await ask('?symbol=BTCUSDT&windowSize=1m')).toMatchObject({
      openTime: NEW_YEAR_MS + 60_000,
      closeTime: NOW,
      openPrice: '41900.00000000',
      priceChange: '0.00000000',
      count: 1,
    });
    expect(await ask('?symbol=BTCUSDT&windowSize=7d&type=MINI')).toMatchObject({
      openTime: NEW_YEAR_MS + 120_000 - 7 * DAY_MS,
      count: 4,
    });
  });

  it.each(['0m', '60m', '24h', '8d', '1w', '1h30m'])('knows no window of %s', async (size) => {
    expect(await ask(`?symbol=BTCUSDT&windowSize=${size}`)).toEqual({
      code: -1130,
      msg: "Data sent for parameter 'windowSize' is not valid.",
    });
  });

  it('needs the name of a market', async () => {
    expect(await ask('')).toEqual({
      code: -1102,
      msg: "Param 'symbol' or 'symbols' must be sent, but both were empty/null!",
    });
  });
});

describe('GET /api/v3/ticker/tradingDay', () => {
  it('tells of the day from midnight to midnight', async () => {
    expect(await ask('/tradingDay?symbol=BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      ...CHANGES,
      ...PRICES,
      ...TRADED,
      openTime: NEW_YEAR_MS,
      closeTime: NEW_YEAR_MS + DAY_MS - 1,
    });
  });

  it('lets the caller say where midnight is', async () => {
    expect(await ask('/tradingDay?symbol=BTCUSDT&timeZone=%2B05:45&type=MINI')).toMatchObject({
      openTime: NEW_YEAR_MS - 5.75 * 3_600_000,
      count: 4,
    });
  });
});

describe('GET /api/v3/ticker/price', () => {
  it('is that of the last trade', async () => {
    expect(await ask('/price?symbol=BTCUSDT')).toEqual({ symbol: 'BTCUSDT', price: '41900.00000000' });
    expect(await ask(`/price?${symbols('BTCUSDT')}`)).toEqual([
      { symbol: 'BTCUSDT', price: '41900.00000000' },
    ]);
  });
});

describe('GET /api/v3/ticker/bookTicker', () => {
  it('is the best of both sides', async () => {
    expect(await ask('/bookTicker?symbol=BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      bidPrice: '41900.00000000',
      bidQty: '2.00000000',
      askPrice: '42100.00000000',
      askQty: '1.50000000',
    });
    expect(await ask('/bookTicker?symbol=ETHUSDT')).toMatchObject({ bidPrice: '0.00000000' });
  });
});

describe.each(['24hr', 'tradingDay', 'price', 'bookTicker'])('the markets of ticker/%s', (ticker) => {
  it('are named once, as one or as several', async () => {
    expect(await ask(`/${ticker}?symbol=BTCUSDT&${symbols('ETHUSDT')}`)).toEqual(COMBINATION);
    expect(await ask(`/${ticker}?${symbols('BTCUSDT', 'BTCUSDT')}`)).toEqual({
      code: -1151,
      msg: 'Symbol is present multiple times in the list.',
    });
    expect(await ask(`/${ticker}?symbols=[]`)).toEqual({
      code: -1105,
      msg: "Parameter 'symbols' was empty.",
    });
    expect(await ask(`/${ticker}?symbols=BTCUSDT`)).toMatchObject({ code: -1100 });
  });

  it('exist', async () => {
    expect(await ask(`/${ticker}?symbol=BTCDOGE`)).toEqual({ code: -1121, msg: 'Invalid symbol.' });
    expect(await ask(`/${ticker}?${symbols('BTCUSDT', 'BTCDOGE')}`)).toMatchObject({ code: -1121 });
  });

  it('are in the state asked for: one is refused, of several the others are left out', async () => {
    expect(await ask(`/${ticker}?symbol=BTCUSDT&symbolStatus=BREAK`)).toEqual({
      code: -1220,
      msg: "The symbol's status does not match the requested symbolStatus.",
    });
    expect(await ask(`/${ticker}?${symbols('BTCUSDT', 'ETHUSDT')}&symbolStatus=BREAK`)).toEqual([]);
  });
});

it('a ticker that is worked out anew takes a hundred markets at most', async () => {
  const names = Array.from({ length: 101 }, (_, index) => `S${index}`);
  expect(await ask(`?${symbols(...names)}`)).toEqual({
    code: -1101,
    msg: "Too many parameters; expected '100' and received '101'.",
  });
});

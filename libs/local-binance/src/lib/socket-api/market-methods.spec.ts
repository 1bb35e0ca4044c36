import type { OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import { tellStory } from '../../testing/market-story.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let exchange: OpenExchange;
let client: TestSocket;
beforeAll(async () => {
  exchange = await openExchange();
  tellStory(exchange);
  client = await TestSocket.open(exchange.wsApiUrl);
});
afterAll(async () => {
  await client.close();
  await exchange.close();
});

const BTC = { symbol: 'BTCUSDT' };

/** Each method with what it is asked for, and the same question over HTTP. */
const QUESTIONS = [
  { method: 'ping', params: {}, path: 'ping' },
  { method: 'time', params: {}, path: 'time' },
  { method: 'exchangeInfo', params: { symbols: ['BTCUSDT', 'ETHUSDT'] }, path: 'exchangeInfo' },
  { method: 'executionRules', params: BTC, path: 'executionRules' },
  { method: 'referencePrice', params: BTC, path: 'referencePrice' },
  { method: 'depth', params: { ...BTC, limit: 5 }, path: 'depth' },
  { method: 'trades.recent', params: { ...BTC, limit: 2 }, path: 'trades' },
  { method: 'trades.historical', params: { ...BTC, fromId: 2 }, path: 'historicalTrades' },
  { method: 'trades.aggregate', params: BTC, path: 'aggTrades' },
  { method: 'blockTrades.historical', params: { ...BTC, fromId: 0 }, path: 'historicalBlockTrades' },
  { method: 'klines', params: { ...BTC, interval: '1m', startTime: NEW_YEAR_MS }, path: 'klines' },
  { method: 'uiKlines', params: { ...BTC, interval: '1s', limit: 3 }, path: 'uiKlines' },
  { method: 'avgPrice', params: BTC, path: 'avgPrice' },
  { method: 'ticker.24hr', params: { symbols: ['BTCUSDT'] }, path: 'ticker/24hr' },
  { method: 'ticker.tradingDay', params: { ...BTC, type: 'MINI' }, path: 'ticker/tradingDay' },
  { method: 'ticker', params: { ...BTC, windowSize: '7d' }, path: 'ticker' },
  { method: 'ticker.price', params: {}, path: 'ticker/price' },
  { method: 'ticker.book', params: BTC, path: 'ticker/bookTicker' },
] as const;

describe.each(QUESTIONS)('WebSocket API $method', ({ method, params, path }) => {
  it('answers as its twin over HTTP does', async () => {
    const { body } = await exchange.get(`/api/v3/${path}?${queryOf(params)}`);
    expect(body).not.toHaveProperty('code');
    expect(await client.ask({ id: 1, method, params })).toMatchObject({ id: 1, status: 200, result: body });
  });
});

describe('WebSocket API referencePrice.calculation', () => {
  it('answers that there is none', async () => {
    expect(await client.ask({ id: 1, method: 'referencePrice.calculation', params: BTC })).toMatchObject({
      status: 400,
      error: { code: -2043, msg: "This symbol doesn't have a reference price." },
    });
  });
});

describe('an error', () => {
  it('is that of the endpoint', async () => {
    const params = { symbol: 'NOSUCH' };
    expect(await client.ask({ id: 1, method: 'depth', params })).toMatchObject({
      id: 1,
      status: 400,
      error: { code: -1121, msg: 'Invalid symbol.' },
    });
    expect(await client.ask({ id: 2, method: 'depth', params: { ...BTC, colour: 'red' } })).toMatchObject({
      error: { code: -1104 },
    });
  });
});

function queryOf(params: object): string {
  return Object.entries(params)
    .map(([name, value]: [string, unknown]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${name}=${encodeURIComponent(text)}`;
    })
    .join('&');
}

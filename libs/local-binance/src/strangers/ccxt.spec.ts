import ccxt from 'ccxt';
import type { StrangersScene } from './scene.ts';
import { openToStrangers } from './scene.ts';

const MARKET = 'BTC/USDT';

let scene: StrangersScene;
let client: InstanceType<typeof ccxt.pro.binance>;
beforeAll(async () => {
  scene = await openToStrangers();
  client = pointedAt(scene);
  // Without it, ccxt connects to none but encrypted sockets.
  await client.loadHttpProxyAgent();
  await client.loadMarkets();
});
afterAll(async () => {
  await client.close();
  await scene.close();
});

/** A client as its users make one, whose addresses are the local ones. */
function pointedAt({ restUrl, streamUrl, wsApiUrl, apiKey, secret }: StrangersScene, otherSecret = secret) {
  const pointed = new ccxt.pro.binance({
    apiKey,
    secret: otherSecret,
    options: { fetchMarkets: { types: ['spot'] } },
  });
  const api = pointed.urls['api'];
  Object.assign(api, {
    public: `${restUrl}/api/v3`,
    private: `${restUrl}/api/v3`,
    sapi: `${restUrl}/sapi/v1`,
    sapiV3: `${restUrl}/sapi/v3`,
  });
  Object.assign(api.ws, { spot: `${streamUrl}/ws`, 'ws-api': { spot: wsApiUrl } });
  return pointed;
}

const buy = (price = 30_000) => client.createOrder(MARKET, 'limit', 'buy', 0.01, price);

describe('ccxt on spot markets', () => {
  it('loads the markets with their steps and limits', () => {
    expect(Object.keys(client.markets ?? {}).sort()).toEqual([
      'BNB/BTC',
      'BNB/USDT',
      'BTC/USDT',
      'ETH/BTC',
      'ETH/USDT',
    ]);
    expect(client.market(MARKET)).toMatchObject({
      id: 'BTCUSDT',
      active: true,
      precision: { price: 0.01, amount: 0.00001 },
      limits: { cost: { min: 5 } },
    });
  });

  it('knows the balance', async () => {
    expect(await client.fetchBalance()).toMatchObject({
      BTC: { free: 2, used: 0, total: 2 },
      USDT: { free: 100_000, used: 0, total: 100_000 },
    });
  });

  it('sees a book', async () => {
    const { bids, asks } = await client.fetchOrderBook(MARKET, 5);
    expect([bids.length, asks.length]).toEqual([5, 5]);
    expect(bids[0]?.[0]).toBeLessThan(asks[0]?.[0] ?? 0);
  });

  it('has twenty minutes of klines, and the one that grows', async () => {
    const bars = await client.fetchOHLCV(MARKET, '1m');
    expect(bars).toHaveLength(21);
    expect(bars[0]?.[0]).toBe(Date.UTC(2026, 5, 1, 12));
  });

  it('tells the ticker and what was traded', async () => {
    const { bid = 0, ask = 0, last = 0 } = await client.fetchTicker(MARKET);
    expect(bid).toBeLessThan(ask);
    const trades = await client.fetchTrades(MARKET, undefined, 3);
    expect(trades).toHaveLength(3);
    expect(trades.at(-1)?.price).toBe(last);
  });

  it('places an order, asks for it and takes it back', async () => {
    const { id = '', status } = await buy();
    expect(status).toBe('open');
    expect(await client.fetchOrder(id, MARKET)).toMatchObject({ id, price: 30_000, amount: 0.01, filled: 0 });
    expect(await client.fetchOpenOrders(MARKET)).toMatchObject([{ id }]);
    expect(await client.cancelOrder(id, MARKET)).toMatchObject({ id, status: 'canceled' });
    expect(await client.fetchOpenOrders(MARKET)).toEqual([]);
  });

  it('trades at the market, and finds the trade with its fee', async () => {
    const { id, status, average } = await client.createOrder(MARKET, 'market', 'buy', 0.01);
    expect(status).toBe('closed');
    const [trade] = await client.fetchMyTrades(MARKET);
    expect(trade).toMatchObject({
      order: id,
      price: average,
      amount: 0.01,
      fee: { cost: 0.00001, currency: 'BTC' },
    });
  });

  it('replaces an order', async () => {
    const { id = '' } = await buy();
    const replaced = await client.editOrder(id, MARKET, 'limit', 'buy', 0.02, 29_000);
    expect(replaced).toMatchObject({ price: 29_000, amount: 0.02, status: 'open' });
    expect(await client.cancelAllOrders(MARKET)).toMatchObject([{ id: replaced.id }]);
  });

  it('places a stop', async () => {
    const { id = '' } = await client.createOrder(MARKET, 'limit', 'sell', 0.01, 29_000, {
      stopLossPrice: 30_000,
    });
    expect(await client.cancelOrder(id, MARKET)).toMatchObject({ id, triggerPrice: 30_000 });
  });

  it('places an OCO pair and takes it back', async () => {
    const pair = await client.privatePostOrderListOco({
      symbol: 'BTCUSDT',
      side: 'SELL',
      quantity: '0.01',
      aboveType: 'LIMIT_MAKER',
      abovePrice: '60000',
      belowType: 'STOP_LOSS',
      belowStopPrice: '30000',
    });
    expect(pair).toMatchObject({ contingencyType: 'OCO', listOrderStatus: 'EXECUTING' });
    expect(await client.fetchOpenOrders(MARKET)).toHaveLength(2);
    expect(await client.cancelAllOrders(MARKET)).not.toEqual([]);
    expect(await client.fetchOpenOrders(MARKET)).toEqual([]);
  });

  it('tells a wrong signature and a broken filter apart', async () => {
    const stranger = pointedAt(scene, 'not the secret');
    await expect(stranger.fetchBalance()).rejects.toThrow(ccxt.AuthenticationError);
    await expect(client.createOrder(MARKET, 'limit', 'buy', 0.00001, 30_000)).rejects.toThrow(
      'Filter failure: NOTIONAL',
    );
    await expect(buy(100_000_000)).rejects.toThrow('Filter failure: PRICE_FILTER');
    await expect(client.createOrder(MARKET, 'limit', 'buy', 50, 30_000)).rejects.toThrow(
      ccxt.InsufficientFunds,
    );
  });

  it('keeps a book and hears of trades and bars over streams', async () => {
    const heard = Promise.all([
      client.watchOrderBook(MARKET),
      client.watchTrades(MARKET),
      client.watchOHLCV(MARKET, '1m'),
    ]);
    const [book, trades, bars] = await scene.goOnUntil(heard);
    expect(book.bids[0]?.[0]).toBeLessThan(book.asks[0]?.[0] ?? 0);
    expect(trades.length).toBeGreaterThan(0);
    expect(bars.length).toBeGreaterThan(0);
  });

  it('hears of its orders and balances over the WebSocket API, and places orders there', async () => {
    const [orders, balance] = [client.watchOrders(MARKET), client.watchBalance()];
    await scene.untilSubscribed();
    const { id = '' } = await client.createOrderWs(MARKET, 'limit', 'buy', 0.01, 30_000);
    expect(await orders).toMatchObject([{ id, status: 'open', amount: 0.01 }]);
    expect((await balance).USDT).toMatchObject({ used: 300 });
    expect(await client.cancelOrderWs(id, MARKET)).toMatchObject({ status: 'canceled' });
  });
});

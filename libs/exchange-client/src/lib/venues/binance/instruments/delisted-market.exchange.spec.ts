import type { InstrumentChanged } from '@org/domain';
import { quantity } from '@org/domain';
import type { Interference, LocalBinance, SeenRequest } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { HastyClock } from '../../../../../test/hasty-clock.ts';
import { resting } from '../../../../../test/local-venue.ts';
import { hmacSigner } from '../../../signing/signer.ts';
import type { Binance } from '../connect-binance.ts';
import { connectBinance } from '../connect-binance.ts';

const KEY = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64) };
const NOT_THERE = { code: -1121, msg: 'Invalid symbol.' };

let exchange: LocalBinance;
let binance: Binance;
let changes: InstrumentChanged[];
let isGone: boolean;

/** An exchange that knows a market no more: exchangeInfo is without it, and orders for it are refused. */
function withoutMarket(seen: SeenRequest): Interference | null {
  const { path } = seen.request;
  if (!isGone || path.startsWith('/api/v3/account')) return exchange.faults.interfere(seen);
  const [status, body] =
    path === '/api/v3/exchangeInfo' ? [200, { rateLimits: [], symbols: [] }] : [400, NOT_THERE];
  const headers = { 'content-type': 'application/json' };
  return {
    ...{ delayBeforeMs: 0, isDone: false, delayAfterMs: 0 },
    answer: { status, headers, body: JSON.stringify(body) },
  };
}

beforeEach(async () => {
  [changes, isGone] = [[], false];
  exchange = await startLocalBinance({
    ...{ speed: 0, warmUpMs: 60_000, interfere: withoutMarket },
    accounts: [{ accountId: 'me', balances: { USDT: '100000', BTC: '1' }, keys: [KEY] }],
  });
  binance = connectBinance({
    ...{ origin: exchange.restUrl, signer: hmacSigner(KEY.apiKey, KEY.secret), clock: new HastyClock() },
    ...{ guard: { retries: 0 }, onMarketChange: (change) => changes.push(change) },
  });
  await binance.rest.synchronise();
  await binance.markets.read();
});

afterEach(async () => {
  await binance.close();
  await exchange.close();
});

const exit = (clientOrderId: string) => {
  const request = { type: 'market', side: 'sell', quantity: quantity(10_000) } as const;
  return resting(clientOrderId, { time: Date.now(), purpose: 'exit', request });
};

/** I3: what we think that the account owns is what it owns. */
async function expectTrueBalances(): Promise<void> {
  const reading = await binance.account.balances();
  expect(reading.kind).toBe('read');
  const told = reading.kind === 'read' ? reading.value : [];
  const owned = exchange.world.exchange.balances('me').filter(({ free, locked }) => free + locked > 0n);
  expect(told.map(({ asset, free, locked }) => `${asset.code} ${free} ${locked}`).toSorted()).toEqual(
    owned.map(({ asset, free, locked }) => `${asset} ${free} ${locked}`).toSorted(),
  );
}

describe('G10: a market that is delisted', () => {
  it('is told as soon as its status changes, and has no price from then on, though its ticker goes on', async () => {
    expect(await binance.prices.last('BTCUSDT')).toMatchObject({ kind: 'read' });
    exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'BREAK' });
    await binance.markets.reload();
    expect(changes).toMatchObject([{ kind: 'instrumentChanged', instrument: { symbol: 'BTCUSDT' } }]);
    expect(binance.markets.known('BTCUSDT').status).toBe('closed');
    const ticker = await fetch(`${exchange.restUrl}/api/v3/ticker/price?symbol=BTCUSDT`);
    expect(await ticker.json()).toMatchObject({ price: expect.stringMatching(/^[1-9]\d+\./) });
    expect(await binance.prices.last('BTCUSDT')).toEqual({ kind: 'none', reason: 'notTrading' });
    expect(await binance.prices.best('BTCUSDT')).toEqual({ kind: 'none', reason: 'notTrading' });
  });

  it('can be left while it still trades', async () => {
    expect(await binance.orders.place(exit('out-1'))).toMatchObject({
      ...{ kind: 'accepted', order: { status: 'filled' } },
    });
    await expectTrueBalances();
  });

  it('and is gone keeps its place and its balances, and what is asked about it is answered with the code', async () => {
    isGone = true;
    expect(await binance.markets.reload()).toMatchObject({ kind: 'read' });
    expect(changes.some(({ instrument }) => instrument.symbol === 'BTCUSDT')).toBe(true);
    expect(binance.markets.known('BTCUSDT')).toMatchObject({ status: 'closed' });
    expect(await binance.prices.last('BTCUSDT')).toEqual({ kind: 'none', reason: 'notTrading' });
    expect(await binance.orders.place(resting('in-1', { time: Date.now() }))).toMatchObject({
      ...{ kind: 'rejected', code: null },
    });
    expect(await binance.orders.place(exit('out-1'))).toMatchObject({ kind: 'rejected', code: -1121 });
    await expectTrueBalances();
  });
});

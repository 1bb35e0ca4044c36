import type { InstrumentChanged } from '@org/domain';
import type { LocalBinance } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { HastyClock } from '../../../../test/hasty-clock.ts';
import { resting } from '../../../../test/local-venue.ts';
import { answerStore } from '../../cache/answer-store.ts';
import { hmacSigner } from '../../signing/signer.ts';
import type { Binance } from './connect-binance.ts';
import { connectBinance } from './connect-binance.ts';

const KEY = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64) };

let exchange: LocalBinance;
let binance: Binance | undefined;

beforeEach(async () => {
  exchange = await startLocalBinance({
    ...{ speed: 0, market: [] },
    accounts: [{ accountId: 'me', balances: { USDT: '100000' }, keys: [KEY] }],
  });
});

afterEach(async () => {
  await binance?.close();
  await exchange.close();
});

describe('a client', () => {
  it('is put together so that an order goes there and back', async () => {
    binance = connectBinance({
      origin: exchange.restUrl,
      signer: hmacSigner(KEY.apiKey, KEY.secret),
      clock: new HastyClock(),
      store: answerStore(),
      guard: { retries: 0 },
    });
    await binance.rest.synchronise();
    await binance.markets.read();
    expect(await binance.orders.place(resting('os-1', { time: Date.now() }))).toMatchObject({
      kind: 'accepted',
    });
    expect(await binance.openOrders.cancelAll('BTCUSDT')).toMatchObject({ kind: 'cancelled', orders: [{}] });
  });

  it('reads the markets again after a filter failure that it had not seen coming, and tells what has changed', async () => {
    let tell: (change: InstrumentChanged) => void = () => undefined;
    const told = new Promise<InstrumentChanged>((resolve) => {
      tell = resolve;
    });
    binance = connectBinance({
      ...{ origin: exchange.restUrl, signer: hmacSigner(KEY.apiKey, KEY.secret), clock: new HastyClock() },
      onMarketChange: (change) => tell(change),
    });
    await binance.rest.synchronise();
    await binance.markets.read();
    exchange.faults.add({
      ...{ kind: 'symbol', symbol: 'BTCUSDT' },
      filters: [{ filterType: 'PRICE_FILTER', minPrice: '30000', maxPrice: '1000000', tickSize: '0.01' }],
    });
    expect(await binance.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: -1013 });
    expect(await told).toMatchObject({ kind: 'instrumentChanged', instrument: { symbol: 'BTCUSDT' } });
    expect(await binance.orders.place(resting('os-2'))).toMatchObject({ kind: 'rejected', code: null });
  });
});

import type { InstrumentChanged } from '@org/domain';
import { startLocalBinance } from '@org/local-binance';
import { HastyClock } from '../../../../test/hasty-clock.ts';
import { resting } from '../../../../test/local-venue.ts';
import { answerStore } from '../../cache/answer-store.ts';
import { hmacSigner } from '../../signing/signer.ts';
import { connectBinance } from './connect-binance.ts';

const KEY = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64) };

describe('a client', () => {
  it('is put together so that an order goes there and back', async () => {
    const exchange = await startLocalBinance({
      ...{ speed: 0, market: [] },
      accounts: [{ accountId: 'me', balances: { USDT: '100000' }, keys: [KEY] }],
    });
    const binance = connectBinance({
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
    await binance.close();
    await exchange.close();
  });

  it('reads the markets again after a filter failure that it had not seen coming, and tells what has changed', async () => {
    const exchange = await startLocalBinance({
      ...{ speed: 0, market: [] },
      accounts: [{ accountId: 'me', balances: { USDT: '100000' }, keys: [KEY] }],
    });
    let tell: (change: InstrumentChanged) => void = () => undefined;
    const told = new Promise<InstrumentChanged>((resolve) => {
      tell = resolve;
    });
    const binance = connectBinance({
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
    await binance.close();
    await exchange.close();
  });
});

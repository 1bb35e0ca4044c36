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
});

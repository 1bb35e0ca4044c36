import { connectBinance } from '../connect-binance.ts';
import { hmacSigner } from '../../../signing/signer.ts';
import { HastyClock } from '../../../../../test/hasty-clock.ts';

const origin = 'http://127.0.0.1:9';
const clock = new HastyClock();
const userData = { wsApiUrl: 'ws://127.0.0.1:9', rng: { uniform: () => 0, normal: () => 0 } };

describe('an account that cannot be heard', () => {
  it.each([
    ['without a key', { signer: null, userData }, 'signer'],
    ['without an address', { signer: hmacSigner('k', 's') }, 'wsApiUrl'],
  ])('says why: %s', async (_, options, what) => {
    const binance = connectBinance({ origin, clock, ...options });
    const failure = await new Promise((resolve) =>
      binance.userData.orderEvents$.subscribe({ error: resolve }),
    );
    expect(String(failure)).toContain(what);
    expect(binance.userData.isHealthy).toBe(false);
    await binance.close();
  });
});

import { binance } from 'ccxt';
import { KEY } from '../recorded-order.ts';
import type { Way } from './way.ts';

/** ccxt without its own rate limiter, which would let an order go each 50 ms. */
export async function ccxt(origin: string): Promise<Way> {
  const exchange = new binance({
    ...{ apiKey: KEY.apiKey, secret: KEY.secret, enableRateLimit: false },
    options: {
      defaultType: 'spot',
      fetchMarkets: { types: ['spot'] },
      fetchMargins: false,
      fetchCurrencies: false,
    },
  });
  const api = Reflect.get(exchange.urls, 'api');
  if (typeof api !== 'object' || api === null) throw new Error('ccxt names its addresses in another way now');
  for (const name of ['public', 'private']) Reflect.set(api, name, `${origin}/api/v3`);
  await exchange.loadMarkets();
  let sequence = 0;
  return {
    name: 'ccxt',
    place: async () => {
      const order = await exchange.createOrder('BTC/USDT', 'limit', 'buy', 0.1, 20_000, {
        newClientOrderId: `os1-${sequence++}`,
      });
      return order.id ?? '';
    },
    close: () => exchange.close(),
  };
}

import { Spot, SpotRestAPI } from '@binance/spot';
import { KEY } from '../recorded-order.ts';
import type { Way } from './way.ts';

/** The official connector of today. */
export function binanceSpot(origin: string): Promise<Way> {
  const client = new Spot({
    configurationRestAPI: {
      ...{ apiKey: KEY.apiKey, apiSecret: KEY.secret, basePath: origin, timeout: 15_000, keepAlive: true },
    },
  });
  let sequence = 0;
  return Promise.resolve({
    name: '@binance/spot',
    place: async () => {
      const answer = await client.restAPI.newOrder({
        symbol: 'BTCUSDT',
        side: SpotRestAPI.NewOrderSideEnum.BUY,
        type: SpotRestAPI.NewOrderTypeEnum.LIMIT,
        ...{ timeInForce: SpotRestAPI.NewOrderTimeInForceEnum.GTC, quantity: 0.1, price: 20_000 },
        newClientOrderId: `os1-${sequence++}`,
      });
      const order = await answer.data();
      return String(order.orderId);
    },
    close: () => Promise.resolve(),
  });
}

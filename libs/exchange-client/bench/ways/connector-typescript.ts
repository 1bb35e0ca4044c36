import { OrderType, Side, Spot, TimeInForce } from '@binance/connector-typescript';
import { KEY } from '../recorded-order.ts';
import type { Way } from './way.ts';

/** The official connector that the client takes its catalogue of endpoints from, as it comes. */
export function connectorTypescript(origin: string): Promise<Way> {
  const spot = new Spot(KEY.apiKey, KEY.secret, { baseURL: origin });
  let sequence = 0;
  return Promise.resolve({
    name: '@binance/connector-typescript',
    place: async () => {
      const order = await spot.newOrder('BTCUSDT', Side.BUY, OrderType.LIMIT, {
        ...{ timeInForce: TimeInForce.GTC, quantity: 0.1, price: 20_000 },
        newClientOrderId: `os1-${sequence++}`,
      });
      return String(order.orderId);
    },
    close: () => Promise.resolve(),
  });
}

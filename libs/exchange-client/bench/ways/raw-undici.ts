import { createHmac } from 'node:crypto';
import { Pool } from 'undici';
import { KEY } from '../recorded-order.ts';
import type { Way } from './way.ts';

/** The least that can be done with the same parts: undici, HMAC and `JSON.parse`, and no question asked. */
export function rawUndici(origin: string): Promise<Way> {
  const pool = new Pool(origin, { connections: 64 });
  let sequence = 0;
  return Promise.resolve({
    name: 'undici, HMAC, JSON.parse',
    place: async () => {
      const query =
        `symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&newClientOrderId=os1-${sequence++}` +
        `&quantity=0.1&price=20000&newOrderRespType=FULL&recvWindow=5000&timestamp=${Date.now()}`;
      const signature = createHmac('sha256', KEY.secret).update(query).digest('hex');
      const { body } = await pool.request({
        ...{ method: 'POST', path: `/api/v3/order?${query}&signature=${signature}` },
        headers: { 'x-mbx-apikey': KEY.apiKey },
      });
      return orderIdIn(JSON.parse(await body.text()));
    },
    close: () => pool.close(),
  });
}

function orderIdIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'orderId' in body ? String(body.orderId) : '';
}

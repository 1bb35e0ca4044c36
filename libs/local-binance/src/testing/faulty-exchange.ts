import { createHmac } from 'node:crypto';
import type { LocalBinanceOptions } from '../lib/start/start-local-binance.ts';
import type { Fetched, OpenExchange } from './open-exchange.ts';
import { openTalkative } from './hear-streams.ts';

const KEY = { apiKey: 'h'.repeat(64), secret: 's'.repeat(64) };

/** An exchange with one account, and a client of it that signs. */
export interface FaultyExchange extends OpenExchange {
  signed(method: string, path: string, parameters?: Readonly<Record<string, string>>): Promise<Fetched>;
  /** Parameters of the WebSocket API that subscribe to the account's events. */
  subscription(): Readonly<Record<string, string | number>>;
}

/** Opens it; 100,000 USDT, 1 BTC and 10 BNB are alice's. */
export async function openFaulty(options: LocalBinanceOptions = {}): Promise<FaultyExchange> {
  const exchange = await openTalkative({
    accounts: [{ accountId: 'alice', balances: { USDT: '100000', BTC: '1', BNB: '10' }, keys: [KEY] }],
    ...options,
  });
  const now = () => exchange.world.protocolTime.now();
  return {
    ...exchange,
    signed: (method, path, parameters = {}) => {
      const payload = new URLSearchParams({ ...parameters, timestamp: String(now()) }).toString();
      return exchange.get(`${path}?${payload}&signature=${hmac(payload)}`, {
        method,
        headers: { 'x-mbx-apikey': KEY.apiKey },
      });
    },
    subscription: () => {
      const timestamp = now();
      const signature = hmac(`apiKey=${KEY.apiKey}&timestamp=${timestamp}`);
      return { apiKey: KEY.apiKey, timestamp, signature };
    },
  };
}

/** A limit order far from the market. */
export const RESTING = {
  ...{ symbol: 'BTCUSDT', side: 'BUY', type: 'LIMIT', timeInForce: 'GTC' },
  ...{ quantity: '0.1', price: '20000', newClientOrderId: 'mine-1' },
};

function hmac(payload: string): string {
  return createHmac('sha256', KEY.secret).update(payload).digest('hex');
}

import { price, quantity } from '@org/domain';
import type { LocalBinanceOptions } from '../lib/start/start-local-binance.ts';
import type { OpenExchange } from './open-exchange.ts';
import { openExchange } from './open-exchange.ts';
import type { SocketSigner } from './socket-signer.ts';
import { ed25519Signer, hmacSigner } from './socket-signer.ts';
import { TestSocket } from './test-socket.ts';

/** An exchange with two accounts: Alice's key is a shared secret, Bob's a pair. */
export interface ApiScene extends OpenExchange {
  readonly alice: SocketSigner;
  readonly bob: SocketSigner;
  /** Connects to the WebSocket API; the query begins with a question mark. */
  connect(query?: string): Promise<TestSocket>;
  /** What a signed request says of itself, with the time of now. */
  now(): { readonly timestamp: number };
}

const BALANCES = { BTC: '10', USDT: '1000000', BNB: '100' };

/** Opens it, with an ask of 2 BTC at 42,000 and a bid of 2 at 41,900 in the market's name. */
export async function openApiScene(options: LocalBinanceOptions = {}): Promise<ApiScene> {
  const [alice, bob] = [hmacSigner(), ed25519Signer()];
  const exchange = await openExchange({
    accounts: [
      { accountId: 'alice', balances: BALANCES, keys: [alice.setup] },
      { accountId: 'bob', balances: BALANCES, keys: [bob.setup] },
    ],
    ...options,
  });
  const hand = exchange.world.exchange.market('BTCUSDT');
  const now = exchange.world.marketTime.now();
  hand.place('sell', price(4_200_000), quantity(200_000), now);
  hand.place('buy', price(4_190_000), quantity(200_000), now);
  return {
    ...exchange,
    alice,
    bob,
    connect: (query = '') => TestSocket.open(exchange.wsApiUrl + query),
    now: () => ({ timestamp: exchange.clock.now() }),
  };
}

/** A bid of 0.1 BTC at 40,000, which rests. */
export const RESTING = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  price: '40000.00',
  quantity: '0.10000',
};

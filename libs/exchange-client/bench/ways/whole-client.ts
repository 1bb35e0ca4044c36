import type { PlaceOrder } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { Binance } from '../../src/index.ts';
import { connectBinance, hmacSigner, systemClock } from '../../src/index.ts';
import { KEY } from '../recorded-order.ts';
import type { Way } from './way.ts';

/** A client that keeps records of its orders, as one does that hears its account. Nobody listens, so no socket is opened. */
const USER_DATA = { wsApiUrl: 'ws://127.0.0.1:9', rng: { uniform: () => 0.5, normal: () => 0 } } as const;

/** The client as an app uses it, its markets read. */
export async function openClient(origin: string): Promise<Binance> {
  const signer = hmacSigner(KEY.apiKey, KEY.secret);
  const binance = connectBinance({ origin, signer, clock: systemClock, userData: USER_DATA });
  const read = await binance.markets.read();
  if (read.kind === 'unread') throw new Error(read.reason);
  return binance;
}

/** What is measured: the whole client, with filters, records, ledger, circuit, signature and parsing. */
export async function wholeClient(origin: string): Promise<Way> {
  const binance = await openClient(origin);
  return {
    name: '@org/exchange-client',
    place: async () => {
      const answer = await binance.orders.place(nextOrder());
      if (answer.kind !== 'accepted') throw new Error(`${answer.kind}: ${answer.reason}`);
      return answer.order.venueOrderId;
    },
    close: () => binance.close(),
  };
}

let sequence = 0;

/** For 0.1 BTC at 20,000, under a name of its own. */
export function nextOrder(): PlaceOrder {
  return {
    ...{ kind: 'place', time: Date.now(), strategyId: 'bench', symbol: 'BTCUSDT' },
    clientOrderId: `os1-${sequence++}`,
    purpose: 'entry',
    request: {
      ...{ type: 'limit', side: 'buy', postOnly: false },
      quantity: quantity(10_000),
      price: price(2_000_000),
    },
    reason: 'to see how long it takes',
  };
}

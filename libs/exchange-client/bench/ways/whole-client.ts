import type { PlaceOrder } from '@org/domain';
import { price, quantity } from '@org/domain';
import { connectBinance, hmacSigner } from '../../src/index.ts';
import { KEY } from '../recorded-order.ts';
import { realClock } from '../real-clock.ts';
import type { Way } from './way.ts';

/** What is measured: the client as an app uses it, with ledger, circuit, filters, signature and parsing. */
export async function wholeClient(origin: string): Promise<Way> {
  const binance = connectBinance({
    ...{ origin, signer: hmacSigner(KEY.apiKey, KEY.secret), clock: realClock },
  });
  const read = await binance.markets.read();
  if (read.kind === 'unread') throw new Error(read.reason);
  let sequence = 0;
  return {
    name: '@org/exchange-client',
    place: async () => {
      const answer = await binance.orders.place(orderOf(`os1-${sequence++}`));
      if (answer.kind !== 'accepted') throw new Error(`${answer.kind}: ${answer.reason}`);
      return answer.order.venueOrderId;
    },
    close: () => binance.close(),
  };
}

function orderOf(clientOrderId: string): PlaceOrder {
  return {
    ...{ kind: 'place', time: Date.now(), strategyId: 'bench', symbol: 'BTCUSDT', clientOrderId },
    purpose: 'entry',
    request: {
      ...{ type: 'limit', side: 'buy', postOnly: false },
      quantity: quantity(10_000),
      price: price(2_000_000),
    },
    reason: 'to see how long it takes',
  };
}

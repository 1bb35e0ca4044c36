import type { PlaceOrder } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { Binance } from '../../src/index.ts';
import type { Permitted } from './permitted.ts';

/** What was wanted, and what became of it. */
export interface Offered {
  /** Of all that was wanted, as the exchange would have weighed it. */
  weight: number;
  orders: number;
  ordersPlaced: number;
  /** Answers with 429 or 418. */
  refusals: number;
}

type Request = Parameters<Binance['rest']['send']>[0];

const TICK_MS = 100;
const KLINES: Request = {
  ...{ method: 'GET', path: '/api/v3/klines', isSigned: false },
  parameters: { symbol: 'BTCUSDT', interval: '1m', limit: 1 },
};
const OPEN_ORDERS: Request = {
  ...{ method: 'GET', path: '/api/v3/openOrders', isSigned: true },
  parameters: { symbol: 'BTCUSDT' },
};
const KLINES_WEIGHT = 2;
const OPEN_ORDERS_WEIGHT = 6;
const OPEN_ORDERS_EACH_MS = 5000;
const TIMES_OFFERED = 3;

/**
 * Wants three times as much as is permitted, all the time: bars of the past, the open orders now and then, and orders of
 * which each is cancelled when it rests. Gives what ends it.
 */
export function offer(binance: Binance, permitted: Permitted, offered: Offered): () => void {
  const start = performance.now();
  let klines = 0;
  let questions = 0;
  let sequence = 0;
  const due = (each: number) => Math.floor((performance.now() - start) / each);
  const klinesEachMs = permitted.windowMs / ((TIMES_OFFERED * permitted.weight) / KLINES_WEIGHT);
  const orderEachMs = 10_000 / (TIMES_OFFERED * permitted.ordersEach10s);
  const timer = setInterval(() => {
    for (; klines < due(klinesEachMs); klines++) void ask(binance, offered, KLINES, KLINES_WEIGHT, 'bulk');
    for (; questions < due(OPEN_ORDERS_EACH_MS); questions++)
      void ask(binance, offered, OPEN_ORDERS, OPEN_ORDERS_WEIGHT, 'protect');
    for (; sequence < due(orderEachMs); sequence++)
      void placeAndCancel(binance, offered, `limits-${sequence}`);
  }, TICK_MS);
  return () => clearInterval(timer);
}

async function ask(
  binance: Binance,
  offered: Offered,
  request: Request,
  weight: number,
  purpose: 'bulk' | 'protect',
): Promise<void> {
  offered.weight += weight;
  const outcome = await binance.rest.send(request, purpose);
  if (outcome.kind === 'refusal') {
    if (outcome.status !== 429 && outcome.status !== 418) throw new Error(outcome.message);
    offered.refusals += 1;
  }
}

async function placeAndCancel(binance: Binance, offered: Offered, clientOrderId: string): Promise<void> {
  offered.orders += 1;
  const order = orderOf(clientOrderId);
  const answer = await binance.orders.place(order);
  if (answer.kind !== 'accepted') {
    if (answer.kind === 'rejected' && answer.code !== null) offered.refusals += 1;
    return;
  }
  offered.ordersPlaced += 1;
  const { time, strategyId, symbol, reason } = order;
  const cancelled = await binance.orders.cancel({
    kind: 'cancel',
    time,
    strategyId,
    symbol,
    clientOrderId,
    reason,
  });
  if (cancelled.kind === 'rejected' && cancelled.code !== null) offered.refusals += 1;
}

function orderOf(clientOrderId: string): PlaceOrder {
  return {
    ...{ kind: 'place', time: Date.now(), strategyId: 'limits', symbol: 'BTCUSDT', clientOrderId },
    purpose: 'entry',
    request: {
      ...{ type: 'limit', side: 'buy', postOnly: false },
      quantity: quantity(100),
      price: price(2_000_000),
    },
    reason: 'to use what is permitted',
  };
}

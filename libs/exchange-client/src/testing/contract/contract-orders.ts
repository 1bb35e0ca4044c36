import type { OrderList, OrderPair, PlaceList, PlaceOrder, PlacePair } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { KlineSpan } from '../../lib/venues/binance/history/kline-span.ts';

const about = { time: 0, strategyId: 'contract', symbol: 'BTCUSDT', reason: 'to see what the venue answers' };

function buying(clientOrderId: string, lots: number, ticks: number): PlaceOrder {
  const request = {
    type: 'limit',
    side: 'buy',
    quantity: quantity(lots),
    price: price(ticks),
    postOnly: false,
  } as const;
  return { ...about, kind: 'place', clientOrderId, purpose: 'entry', request };
}

/** 0.1 BTC at 20,000: it rests. */
export const RESTING = buying('contract-1', 10_000, 2_000_000);
/** 0.1 BTC at 21,000, in its place. */
export const REPLACEMENT = buying('contract-2', 10_000, 2_100_000);
/** 1 BTC at 200,000, for which there is not enough. */
export const DEAR = buying('contract-dear', 100_000, 20_000_000);

const STOP = { clientOrderId: 'contract-stop', ticks: price(3_500_000) };
const TARGET = { clientOrderId: 'contract-target', ticks: price(4_500_000) };
const LOTS = quantity(1_000);

const pair: OrderPair = {
  side: 'sell',
  quantity: LOTS,
  target: { clientOrderId: TARGET.clientOrderId, price: TARGET.ticks },
  stop: { clientOrderId: STOP.clientOrderId, stopPrice: STOP.ticks },
};

/** Sells 0.01 BTC at 45,000, or by a stop at 35,000. */
export const PAIR: PlacePair = {
  ...{ ...about, kind: 'placePair' },
  stop: {
    clientOrderId: STOP.clientOrderId,
    request: { type: 'stop', side: 'sell', quantity: LOTS, stopPrice: STOP.ticks },
  },
  target: {
    clientOrderId: TARGET.clientOrderId,
    request: { type: 'limit', side: 'sell', quantity: LOTS, price: TARGET.ticks, postOnly: true },
  },
};

/** Buys 0.01 BTC at 38,000. */
const working: Extract<OrderList, { readonly type: 'oto' }>['working'] = {
  clientOrderId: 'contract-entry',
  request: { type: 'limit', side: 'buy', quantity: LOTS, price: price(3_800_000), postOnly: false },
};

function listOf(list: OrderList): PlaceList {
  return { ...about, kind: 'placeList', listClientOrderId: 'contract-list', purpose: 'entry', list };
}

/** The same pair alone and behind an entry, and an entry with one order behind it. */
export const LISTS = {
  oco: listOf({ type: 'oco', pair }),
  oto: listOf({
    type: 'oto',
    working,
    pending: {
      clientOrderId: TARGET.clientOrderId,
      request: { type: 'limit', side: 'sell', quantity: LOTS, price: TARGET.ticks, postOnly: false },
    },
  }),
  otoco: listOf({ type: 'otoco', working, pair }),
} as const;

const MINUTE_MS = 60_000;
const CANDLES_FROM_MS = Date.UTC(2026, 0, 5, 12);

/** Five minutes, long over, in which `RESTING` was traded. */
export const CONTRACT_CANDLES: KlineSpan = {
  ...{ symbol: 'BTCUSDT', interval: '1m', startMs: CANDLES_FROM_MS, endMs: CANDLES_FROM_MS + 5 * MINUTE_MS },
};

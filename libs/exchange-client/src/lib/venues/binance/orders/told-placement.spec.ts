import { price, quantity } from '@org/domain';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { binanceMarket } from '../instruments/binance-market.ts';
import type { RestOutcome } from '../rest/rest-outcome.ts';
import { BinanceOrders } from './binance-orders.ts';
import { NO_WITNESS } from './order-witness.ts';

const market = binanceMarket(BTCUSDT);
if (market === null) throw new Error('BTCUSDT cannot be read.');

const REPORT = {
  ...{ symbol: 'BTCUSDT', orderId: 7, clientOrderId: 'os-1', side: 'BUY', status: 'NEW' },
  ...{ origQty: '0.1', executedQty: '0' },
};

/** Places one order that is answered so. */
const place = async (outcome: RestOutcome) => {
  const told: number[] = [];
  const orders = new BinanceOrders({
    rest: { send: () => Promise.resolve(outcome) },
    markets: { known: () => market },
    clock: { now: () => 0, schedule: () => () => undefined },
    witness: {
      ...NO_WITNESS,
      told: ({ orderId }) => {
        told.push(orderId);
        return null;
      },
    },
  });
  const answer = await orders.place({
    ...{ kind: 'place', time: 1, strategyId: 'test', symbol: 'BTCUSDT', clientOrderId: 'os-1' },
    ...{ purpose: 'entry', reason: 'to see what is told' },
    request: {
      type: 'limit',
      side: 'buy',
      postOnly: false,
      quantity: quantity(10_000),
      price: price(2_000_000),
    },
  });
  return { answer, told };
};

describe('the answer to a placement', () => {
  it('is told to the witness once, before it is given', async () => {
    const { answer, told } = await place({ kind: 'answer', body: REPORT });
    expect(told).toEqual([7]);
    expect(answer).toMatchObject({ kind: 'accepted', order: { venueOrderId: '7', quantity: 10_000 } });
  });

  it('is in doubt where it is no report of an order, and what it holds of orders is told', async () => {
    const { answer, told } = await place({ kind: 'answer', body: { orderReports: [REPORT] } });
    expect([answer.kind, told]).toEqual(['unknown', [7]]);
  });

  it('is told of a refusal too, as far as it holds an order', async () => {
    const refusal = { kind: 'refusal', status: 400, code: -2010, message: 'no', data: REPORT } as const;
    const { answer, told } = await place(refusal);
    expect([answer.kind, told]).toEqual(['rejected', [7]]);
  });
});

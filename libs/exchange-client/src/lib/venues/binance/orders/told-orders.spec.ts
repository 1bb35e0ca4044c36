import type { RestOutcome } from '../rest/rest-outcome.ts';
import type { WireOrder } from './order-schema.ts';
import { tellingRest, toldOrders } from './told-orders.ts';

const order = (orderId: number) => ({
  ...{ symbol: 'BTCUSDT', orderId, clientOrderId: `os-${orderId}`, side: 'BUY', status: 'NEW' },
  ...{ origQty: '1.0', executedQty: '0.0' },
});
const idsIn = (body: unknown) => toldOrders({ kind: 'answer', body }).map(({ orderId }) => orderId);

describe('the orders in an answer', () => {
  it.each([
    ['one', order(1), [1]],
    ['a list of them', [order(1), order(2)], [1, 2]],
    ['a list of orders and of pairs', [order(1), { orderReports: [order(2), order(3)] }], [1, 2, 3]],
    ['a pair', { orderListId: 1, orderReports: [order(1), order(2)] }, [1, 2]],
    ['both halves of a replacement', { cancelResponse: order(1), newOrderResponse: order(2) }, [1, 2]],
    [
      'the half that was done',
      { cancelResponse: order(1), newOrderResponse: { code: -2010, msg: 'no' } },
      [1],
    ],
    [
      'a replacement of the leg of a pair',
      { cancelResponse: { orderReports: [order(1), order(2)] }, newOrderResponse: order(3) },
      [1, 2, 3],
    ],
    ['none where there is none', { serverTime: 1 }, []],
    ['none in what is no object', 'OK', []],
    ['none of what is no number', { ...order(1), origQty: '1e-1' }, []],
  ])('are %s', (_, body, ids) => {
    expect(idsIn(body)).toEqual(ids);
  });

  it('are those that were made smaller too, by their new quantity', () => {
    const { origQty: _, ...rest } = order(1);
    expect(toldOrders({ kind: 'answer', body: { amendedOrder: { ...rest, qty: '0.5' } } })).toMatchObject([
      { orderId: 1, origQty: '0.5' },
    ]);
  });

  it('are none in an answer that is nested without end', () => {
    const body: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(idsIn(body)).toEqual([]);
  });

  it('are told of a refusal where half of it was done', () => {
    const data = {
      cancelResult: 'SUCCESS',
      cancelResponse: order(1),
      newOrderResponse: { code: -2010, msg: 'no' },
    };
    const refusal = { kind: 'refusal', status: 409, code: -2021, message: 'partial', data } as const;
    expect(toldOrders(refusal).map(({ orderId }) => orderId)).toEqual([1]);
    expect(toldOrders({ kind: 'notSent', reason: 'limit', message: 'no budget' })).toEqual([]);
  });

  it('are told before the answer is given', async () => {
    const told: WireOrder[] = [];
    const answer: RestOutcome = { kind: 'answer', body: order(1) };
    const rest = tellingRest({ send: () => Promise.resolve(answer) }, { told: (one) => told.push(one) });
    const request = { method: 'GET', path: '/api/v3/order', parameters: {}, isSigned: true } as const;
    expect(await rest.send(request, 'protect')).toBe(answer);
    expect(told.map(({ orderId }) => orderId)).toEqual([1]);
  });
});

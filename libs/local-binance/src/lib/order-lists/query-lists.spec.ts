import { field, fields } from '../../testing/fields.ts';
import { listDesk, OCO } from '../../testing/order-lists.ts';
import type { Asked, TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

describe('DELETE /api/v3/orderList', () => {
  const CANCEL = 'DELETE /api/v3/orderList';

  it.each([
    [CANCEL, { orderListId: 1 }],
    [CANCEL, { listClientOrderId: 'list' }],
    [CANCEL, { orderListId: 1, listClientOrderId: 'list' }],
    ['DELETE /api/v3/order', { origClientOrderId: 'target' }],
  ])('or %s with %p takes back the whole list', (route, name) => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/oco', OCO);
    const { status, body } = desk.ask(route, { symbol: 'BTCUSDT', newClientOrderId: 'myCancel', ...name });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      orderListId: 1,
      contingencyType: 'OCO',
      listStatusType: 'ALL_DONE',
      listOrderStatus: 'ALL_DONE',
      listClientOrderId: 'list',
    });
    expect(fields(field(body, 'orderReports'), 'origClientOrderId')).toEqual(['target', 'stop']);
    expect(fields(field(body, 'orderReports'), 'clientOrderId')).toEqual(['myCancel', 'myCancel']);
    expect(fields(field(body, 'orderReports'), 'status')).toEqual(['CANCELED', 'CANCELED']);
    expect(desk.balance('BTC')).toBe('10.00000000 + 0.00000000');
  });

  it.each([
    [{ orderListId: 9 }, -2011, 'Unknown order list sent.'],
    [{ orderListId: 1, listClientOrderId: 'other' }, -2011, expect.stringContaining('Unknown order')],
    [{}, -1102, "Param 'orderListId' or 'listClientOrderId' must be sent, but both were empty/null!"],
    [{ symbol: 'BTCEUR', orderListId: 1 }, -1121, 'Invalid symbol.'],
  ])('refuses %p', (asked, code, msg) => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/oco', OCO);
    expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', ...asked })).toEqual({ status: 400, body: { code, msg } });
  });
});

describe('DELETE /api/v3/openOrders', () => {
  it('takes back lists and orders alone', () => {
    const desk = listDesk();
    desk.ask('POST /api/v3/orderList/oco', OCO);
    const alone = { side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.1', price: '39000' };
    desk.ask('POST /api/v3/order', { symbol: 'BTCUSDT', ...alone });
    const { body } = desk.ask('DELETE /api/v3/openOrders', { symbol: 'BTCUSDT' });
    expect(body).toMatchObject([
      { orderListId: 1, listStatusType: 'ALL_DONE', orderReports: [{}, {}] },
      { orderListId: -1, status: 'CANCELED' },
    ]);
  });
});

/** Three lists, one a second, of which the second is taken back. */
function threeLists(): TradingDesk {
  const desk = listDesk();
  const name = (base: string, asked: Asked) =>
    Object.fromEntries(
      Object.entries(asked).map(([key, value]) => [
        key,
        key.endsWith('ClientOrderId') ? `${String(value)}-${base}` : value,
      ]),
    );
  for (const base of ['a', 'b', 'c']) {
    expect(desk.ask('POST /api/v3/orderList/oco', name(base, OCO)).status).toBe(200);
    desk.pass(1000);
  }
  desk.ask('DELETE /api/v3/orderList', { symbol: 'BTCUSDT', orderListId: 2 });
  return desk;
}

describe('GET /api/v3/orderList', () => {
  it('tells of a list, open or not', () => {
    const desk = threeLists();
    expect(desk.ask('GET /api/v3/orderList', { orderListId: 1 }).body).toEqual({
      orderListId: 1,
      contingencyType: 'OCO',
      listStatusType: 'EXEC_STARTED',
      listOrderStatus: 'EXECUTING',
      transactionTime: NEW_YEAR_MS,
      symbol: 'BTCUSDT',
      listClientOrderId: 'list-a',
      orders: [
        { symbol: 'BTCUSDT', orderId: 4, clientOrderId: 'target-a' },
        { symbol: 'BTCUSDT', orderId: 5, clientOrderId: 'stop-a' },
      ],
    });
    expect(desk.ask('GET /api/v3/orderList', { origClientOrderId: 'list-b' }).body).toMatchObject({
      orderListId: 2,
      listOrderStatus: 'ALL_DONE',
    });
  });

  it.each([
    [{ orderListId: 9 }, -2018, 'Order list does not exist.'],
    [{ origClientOrderId: 'z' }, -2018, 'Order list does not exist.'],
    [{}, -1102, "Param 'orderListId' or 'origClientOrderId' must be sent, but both were empty/null!"],
  ])('knows no list for %p', (asked, code, msg) => {
    expect(threeLists().ask('GET /api/v3/orderList', asked)).toEqual({ status: 400, body: { code, msg } });
  });
});

describe('GET /api/v3/allOrderList', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ limit: 2 }, [2, 3]],
    [{ fromId: 2, limit: 1 }, [2]],
    [{ startTime: NEW_YEAR_MS + 1 }, [2, 3]],
    [{ endTime: NEW_YEAR_MS }, [1]],
  ])('for %p tells of the lists %p', (asked, ids) => {
    expect(fields(threeLists().ask('GET /api/v3/allOrderList', asked).body, 'orderListId')).toEqual(ids);
  });

  it('tells nobody of the lists of others', () => {
    expect(threeLists().ask('GET /api/v3/allOrderList', {}, 'bob').body).toEqual([]);
  });

  it.each([
    [{ fromId: 1, startTime: 1 }, -1128],
    [{ startTime: 0, endTime: 86_400_001 }, -1127],
  ])('refuses %p', (asked, code) => {
    expect(listDesk().ask('GET /api/v3/allOrderList', asked).body).toMatchObject({ code });
  });
});

describe('GET /api/v3/openOrderList', () => {
  it('tells of the lists that are open', () => {
    const desk = threeLists();
    expect(fields(desk.ask('GET /api/v3/openOrderList').body, 'orderListId')).toEqual([1, 3]);
    expect(desk.ask('GET /api/v3/openOrderList', {}, 'bob').body).toEqual([]);
  });
});

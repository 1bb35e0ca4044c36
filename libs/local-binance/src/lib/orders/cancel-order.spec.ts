import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const CANCEL = 'DELETE /api/v3/order';
const CANCEL_ALL = 'DELETE /api/v3/openOrders';

const LIMIT = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};

/** Two orders of Alice rest: `first`, of which a fifth has been filled, and `second`. */
function openDesk(): TradingDesk {
  const desk = new TradingDesk();
  desk.trade(4_000_000);
  desk.ask('POST /api/v3/order', { ...LIMIT, newClientOrderId: 'first', price: '39500' });
  desk.ask('POST /api/v3/order', { ...LIMIT, newClientOrderId: 'second' });
  desk.rest('sell', 3_950_000, 2000);
  return desk;
}

const FIRST = {
  symbol: 'BTCUSDT',
  orderId: 3,
  orderListId: -1,
  origClientOrderId: 'first',
  clientOrderId: 'myCancel',
  transactTime: NEW_YEAR_MS,
  price: '39500.00000000',
  origQty: '0.10000000',
  executedQty: '0.02000000',
  origQuoteOrderQty: '0.00000000',
  cummulativeQuoteQty: '790.00000000',
  status: 'CANCELED',
  timeInForce: 'GTC',
  type: 'LIMIT',
  side: 'BUY',
  selfTradePreventionMode: 'EXPIRE_MAKER',
};

describe('DELETE /api/v3/order', () => {
  it.each([{ orderId: 3 }, { origClientOrderId: 'first' }, { orderId: 3, origClientOrderId: 'first' }])(
    'takes back what %p names',
    (name) => {
      const desk = openDesk();
      expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', newClientOrderId: 'myCancel', ...name })).toEqual({
        status: 200,
        body: FIRST,
      });
      // 20 of 0.02 BTC are spent, and the 3,160 behind the other 0.08 are free again; 3,900 stay behind `second`.
      expect(desk.balance('USDT')).toBe('995310.00000000 + 3900.00000000');
    },
  );

  it('names itself where the client does not', () => {
    const { body } = openDesk().ask(CANCEL, { symbol: 'BTCUSDT', orderId: 3 });
    expect(body).toMatchObject({ clientOrderId: expect.stringMatching(/^[A-Za-z0-9]{22}$/) });
  });

  it.each([
    ['what nobody has placed', { orderId: 99 }, -2011, 'Unknown order sent.'],
    ['by names of two orders', { orderId: 3, origClientOrderId: 'second' }, -2011, 'Unknown order sent.'],
    [
      'what is partly filled, where it must be new',
      { orderId: 3, cancelRestrictions: 'ONLY_NEW' },
      -2011,
      'Order was not canceled due to cancel restrictions.',
    ],
    [
      'what is new, where it must be partly filled',
      { orderId: 4, cancelRestrictions: 'ONLY_PARTIALLY_FILLED' },
      -2011,
      'Order was not canceled due to cancel restrictions.',
    ],
    [
      'under other restrictions',
      { orderId: 3, cancelRestrictions: 'ONLY_OLD' },
      -1145,
      'Invalid cancelRestrictions',
    ],
    [
      'without a name',
      {},
      -1102,
      "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!",
    ],
  ])('does not take back %s', (_what, asked, code, msg) => {
    const desk = openDesk();
    expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', ...asked })).toEqual({ status: 400, body: { code, msg } });
    expect(desk.balance('USDT')).toBe('992150.00000000 + 7060.00000000');
  });

  it.each([
    [3, 'ONLY_PARTIALLY_FILLED'],
    [4, 'ONLY_NEW'],
  ])('takes back order %i, which is %s', (orderId, cancelRestrictions) => {
    expect(openDesk().ask(CANCEL, { symbol: 'BTCUSDT', orderId, cancelRestrictions }).status).toBe(200);
  });

  it('knows no order of others, and none that is closed', () => {
    const desk = openDesk();
    const unknown = { status: 400, body: { code: -2011, msg: 'Unknown order sent.' } };
    expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', orderId: 3 }, 'bob')).toEqual(unknown);
    expect(desk.ask(CANCEL, { symbol: 'ETHUSDT', orderId: 3 })).toEqual(unknown);
    expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', orderId: 3 }).status).toBe(200);
    expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', orderId: 3 })).toEqual(unknown);
  });

  it('works where nothing else does', () => {
    const desk = openDesk();
    desk.world.exchange.changeStatus('BTCUSDT', 'cancelOnly', NEW_YEAR_MS);
    expect(desk.ask('POST /api/v3/order', LIMIT).body).toMatchObject({ code: -1013 });
    expect(desk.ask(CANCEL, { symbol: 'BTCUSDT', orderId: 3 }).status).toBe(200);
  });
});

describe('DELETE /api/v3/openOrders', () => {
  it('takes back everything that is open on a symbol', () => {
    const desk = openDesk();
    const { body } = desk.ask(CANCEL_ALL, { symbol: 'BTCUSDT' });
    expect(body).toMatchObject([
      { orderId: 3, status: 'CANCELED', origClientOrderId: 'first' },
      { orderId: 4, status: 'CANCELED', origClientOrderId: 'second' },
    ]);
    expect(desk.balance('USDT')).toBe('999210.00000000 + 0.00000000');
  });

  it('finds nothing to take back', () => {
    const desk = openDesk();
    const nothing = { status: 400, body: { code: -2011, msg: 'Unknown order sent.' } };
    expect(desk.ask(CANCEL_ALL, { symbol: 'ETHUSDT' })).toEqual(nothing);
    expect(desk.ask(CANCEL_ALL, { symbol: 'BTCUSDT' }, 'bob')).toEqual(nothing);
    expect(desk.ask(CANCEL_ALL, { symbol: 'BTCEUR' }).body).toMatchObject({ code: -1121 });
  });
});

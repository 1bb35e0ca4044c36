import { fields } from '../../testing/fields.ts';
import type { Asked } from '../../testing/trading-desk.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const LIMIT = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};

/**
 * Alice has placed an order every second: `a` is filled, `b` cancelled, `c` partly filled, `d` is a stop; `e` is on
 * another market. Their ids are 3 to 7.
 */
function openDesk(): TradingDesk {
  const desk = new TradingDesk();
  const place = (asked: Asked) => {
    expect(desk.ask('POST /api/v3/order', { ...LIMIT, ...asked }).status).toBe(200);
    desk.pass(1000);
  };
  desk.trade(4_000_000);
  place({ newClientOrderId: 'a', price: '39900' });
  place({ newClientOrderId: 'b' });
  place({ newClientOrderId: 'c', price: '39500' });
  place({ type: 'STOP_LOSS_LIMIT', newClientOrderId: 'd', price: '41000', stopPrice: '40500' });
  place({ newClientOrderId: 'e', symbol: 'ETHUSDT', price: '2000' });
  desk.ask('DELETE /api/v3/order', { symbol: 'BTCUSDT', origClientOrderId: 'b' });
  desk.rest('sell', 3_950_000, 12_000);
  return desk;
}

const names = (body: unknown): readonly unknown[] => fields(body, 'clientOrderId');

describe('GET /api/v3/order', () => {
  const GET = 'GET /api/v3/order';

  it.each([{ orderId: 5 }, { origClientOrderId: 'c' }, { orderId: 5, origClientOrderId: 'c' }])(
    'tells of the order that %p names',
    (name) => {
      expect(openDesk().ask(GET, { symbol: 'BTCUSDT', ...name })).toEqual({
        status: 200,
        body: {
          symbol: 'BTCUSDT',
          orderId: 5,
          orderListId: -1,
          clientOrderId: 'c',
          price: '39500.00000000',
          origQty: '0.10000000',
          executedQty: '0.02000000',
          cummulativeQuoteQty: '790.00000000',
          status: 'PARTIALLY_FILLED',
          timeInForce: 'GTC',
          type: 'LIMIT',
          side: 'BUY',
          stopPrice: '0.00000000',
          icebergQty: '0.00000000',
          time: NEW_YEAR_MS + 2000,
          updateTime: NEW_YEAR_MS + 5000,
          isWorking: true,
          workingTime: NEW_YEAR_MS + 2000,
          origQuoteOrderQty: '0.00000000',
          selfTradePreventionMode: 'EXPIRE_MAKER',
        },
      });
    },
  );

  it.each([
    ['a', { status: 'FILLED', executedQty: '0.10000000', isWorking: true }],
    ['b', { status: 'CANCELED', executedQty: '0.00000000' }],
    ['d', { status: 'NEW', isWorking: false, workingTime: -1, stopPrice: '40500.00000000' }],
  ])('tells of %s what has become of it', (origClientOrderId, standing) => {
    expect(openDesk().ask(GET, { symbol: 'BTCUSDT', origClientOrderId }).body).toMatchObject(standing);
  });

  it('tells of the latest order of a name', () => {
    const desk = openDesk();
    desk.ask('POST /api/v3/order', { ...LIMIT, newClientOrderId: 'a', price: '38000' });
    expect(desk.ask(GET, { symbol: 'BTCUSDT', origClientOrderId: 'a' }).body).toMatchObject({
      status: 'NEW',
      price: '38000.00000000',
    });
    expect(desk.ask(GET, { symbol: 'BTCUSDT', orderId: 3 }).body).toMatchObject({ status: 'FILLED' });
  });

  it.each([
    ['that nobody has placed', { orderId: 99 }, -2013, 'Order does not exist.'],
    ['of another symbol', { orderId: 7 }, -2013, 'Order does not exist.'],
    ['of a name that nobody gave', { origClientOrderId: 'z' }, -2013, 'Order does not exist.'],
    [
      'of another name',
      { orderId: 3, origClientOrderId: 'b' },
      -2039,
      'Client order ID is not correct for this order ID.',
    ],
    ['without a name', {}, -1102, expect.stringContaining('must be sent, but both were empty/null!')],
  ])('knows no order %s', (_what, asked, code, msg) => {
    expect(openDesk().ask(GET, { symbol: 'BTCUSDT', ...asked })).toEqual({
      status: 400,
      body: { code, msg },
    });
  });

  it('has put away after 90 days what came to nothing', () => {
    const desk = openDesk();
    const told = (origClientOrderId: string) => desk.ask(GET, { symbol: 'BTCUSDT', origClientOrderId }).body;
    desk.world.marketTime.reach(desk.world.marketTime.now() + 90 * 86_400_000);
    expect(told('b')).toMatchObject({ status: 'CANCELED' });
    desk.world.marketTime.reach(desk.world.marketTime.now() + 1);
    expect(told('b')).toEqual({
      code: -2026,
      msg: 'Order was canceled or expired with no executed qty over 90 days ago and has been archived.',
    });
    expect(told('a')).toMatchObject({ status: 'FILLED' });
    expect(told('d')).toMatchObject({ status: 'NEW' });
  });

  it('tells nobody of the orders of others', () => {
    const answer = openDesk().ask(GET, { symbol: 'BTCUSDT', orderId: 3 }, 'bob');
    expect(answer.body).toMatchObject({ code: -2013 });
  });
});

describe('GET /api/v3/openOrders', () => {
  it('tells what is open on a symbol, or anywhere', () => {
    const desk = openDesk();
    const open = (asked: { symbol?: string }) => names(desk.ask('GET /api/v3/openOrders', asked).body);
    expect(open({ symbol: 'BTCUSDT' })).toEqual(['c', 'd']);
    expect(open({ symbol: 'ETHUSDT' })).toEqual(['e']);
    expect(open({ symbol: 'BNBUSDT' })).toEqual([]);
    expect(open({})).toEqual(['c', 'd', 'e']);
    expect(desk.ask('GET /api/v3/openOrders', { symbol: 'BTCEUR' }).body).toMatchObject({ code: -1121 });
    expect(desk.ask('GET /api/v3/openOrders', {}, 'bob').body).toEqual([]);
  });
});

describe('GET /api/v3/allOrders', () => {
  const second = (seconds: number): number => NEW_YEAR_MS + seconds * 1000;

  it.each([
    [{}, ['a', 'b', 'c', 'd']],
    [{ limit: 2 }, ['c', 'd']],
    [{ orderId: 4 }, ['b', 'c', 'd']],
    [{ orderId: 4, limit: 1 }, ['b']],
    [{ startTime: second(1) }, ['b', 'c', 'd']],
    [{ endTime: second(1) }, ['a', 'b']],
    [{ startTime: second(1), endTime: second(2) }, ['b', 'c']],
    [{ startTime: `${second(1)}000`, endTime: `${second(2)}000` }, ['b', 'c']],
  ])('for %p tells of %p', (asked, told) => {
    expect(names(openDesk().ask('GET /api/v3/allOrders', { symbol: 'BTCUSDT', ...asked }).body)).toEqual(
      told,
    );
  });

  it.each([
    [
      { startTime: NEW_YEAR_MS, endTime: NEW_YEAR_MS + 86_400_001 },
      -1127,
      'More than 24 hours between startTime and endTime.',
    ],
    [{ symbol: 'BTCEUR' }, -1121, 'Invalid symbol.'],
    [{ limit: 0 }, -1130, "Data sent for parameter 'limit' is not valid."],
  ])('refuses %p', (asked, code, msg) => {
    expect(openDesk().ask('GET /api/v3/allOrders', { symbol: 'BTCUSDT', ...asked })).toEqual({
      status: 400,
      body: { code, msg },
    });
  });
});

describe('a stop that trails', () => {
  it.each(['GET /api/v3/order', 'GET /api/v3/openOrders', 'GET /api/v3/allOrders'])(
    'is told by %s as it stands, though nothing was reported when it began to trail',
    (asked) => {
      const desk = new TradingDesk();
      desk.trade(4_000_000);
      const trailing = { side: 'SELL', quantity: '0.1', stopPrice: '41000', trailingDelta: '100' };
      desk.ask('POST /api/v3/order', { symbol: 'BTCUSDT', type: 'TAKE_PROFIT', ...trailing });
      const orderId = 3;
      const told = (): unknown => {
        const named = asked === 'GET /api/v3/order' ? { orderId } : {};
        const { body } = desk.ask(asked, { symbol: 'BTCUSDT', ...named });
        return asked === 'GET /api/v3/order' ? [body] : body;
      };
      expect(told()).toMatchObject([{ orderId, type: 'TAKE_PROFIT', trailingDelta: 100 }]);
      expect(fields(told(), 'trailingTime')).toEqual([-1]);
      desk.pass(5000);
      desk.trade(4_100_000);
      expect(told()).toMatchObject([{ orderId, status: 'NEW', trailingTime: NEW_YEAR_MS + 5000 }]);
    },
  );
});

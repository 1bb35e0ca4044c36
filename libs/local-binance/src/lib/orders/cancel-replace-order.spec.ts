import { TradingDesk } from '../../testing/trading-desk.ts';

const CANCEL_REPLACE = 'POST /api/v3/order/cancelReplace';

const LIMIT = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};
const STOP = { ...LIMIT, cancelReplaceMode: 'STOP_ON_FAILURE' };
const ALLOW = { ...LIMIT, cancelReplaceMode: 'ALLOW_FAILURE' };
/** A maker's order at a price that would take. */
const CROSSING = { type: 'LIMIT_MAKER', price: '40010', timeInForce: undefined };

/** An order of Alice with the id 4 rests at 39,500; the market asks 40,010. */
function openDesk(limit = 100): TradingDesk {
  const desk = new TradingDesk({
    orderCountLimits: [{ interval: 'SECOND', intervalNum: 10, limit }],
  });
  desk.trade(4_000_000);
  desk.rest('sell', 4_001_000, 50_000);
  desk.ask('POST /api/v3/order', { ...LIMIT, newClientOrderId: 'old', price: '39500' });
  return desk;
}

const CANCELLED = { origClientOrderId: 'old', orderId: 4, status: 'CANCELED', price: '39500.00000000' };
const UNKNOWN = { code: -2011, msg: 'Unknown order sent.' };
const WOULD_TAKE = { code: -2010, msg: 'Order would immediately match and take.' };
const TOO_MANY = { code: -1015, msg: 'Too many new orders; current limit is 1 orders per 10 SECOND.' };

const PARTLY = { code: -2021, msg: 'Order cancel-replace partially failed.' };
const FAILED = { code: -2022, msg: 'Order cancel-replace failed.' };

describe('POST /api/v3/order/cancelReplace', () => {
  it.each([{ cancelOrderId: 4 }, { cancelOrigClientOrderId: 'old' }])('replaces what %p names', (name) => {
    const desk = openDesk();
    const asked = { ...STOP, ...name, cancelNewClientOrderId: 'myCancel', newClientOrderId: 'new' };
    expect(desk.ask(CANCEL_REPLACE, asked)).toMatchObject({
      status: 200,
      body: {
        cancelResult: 'SUCCESS',
        newOrderResult: 'SUCCESS',
        cancelResponse: { ...CANCELLED, clientOrderId: 'myCancel' },
        newOrderResponse: { clientOrderId: 'new', orderId: 5, status: 'NEW', fills: [] },
      },
    });
    expect(desk.balance('USDT')).toBe('996100.00000000 + 3900.00000000');
  });

  it('stops where there is nothing to cancel', () => {
    expect(openDesk().ask(CANCEL_REPLACE, { ...STOP, cancelOrderId: 99 })).toEqual({
      status: 400,
      body: {
        ...FAILED,
        data: {
          cancelResult: 'FAILURE',
          newOrderResult: 'NOT_ATTEMPTED',
          cancelResponse: UNKNOWN,
          newOrderResponse: null,
        },
      },
    });
  });

  it('goes on where there is nothing to cancel, if that is allowed', () => {
    expect(openDesk().ask(CANCEL_REPLACE, { ...ALLOW, cancelOrderId: 99 })).toMatchObject({
      status: 409,
      body: {
        ...PARTLY,
        data: {
          cancelResult: 'FAILURE',
          newOrderResult: 'SUCCESS',
          cancelResponse: UNKNOWN,
          newOrderResponse: { orderId: 5, status: 'NEW' },
        },
      },
    });
  });

  it.each([STOP, ALLOW])('has cancelled where the new order is refused', (mode) => {
    const desk = openDesk();
    expect(desk.ask(CANCEL_REPLACE, { ...mode, ...CROSSING, cancelOrderId: 4 })).toMatchObject({
      status: 409,
      body: {
        ...PARTLY,
        data: {
          cancelResult: 'SUCCESS',
          newOrderResult: 'FAILURE',
          cancelResponse: CANCELLED,
          newOrderResponse: WOULD_TAKE,
        },
      },
    });
    expect(desk.balance('USDT')).toBe('1000000.00000000 + 0.00000000');
  });

  it('may fail twice', () => {
    expect(openDesk().ask(CANCEL_REPLACE, { ...ALLOW, ...CROSSING, cancelOrderId: 99 })).toEqual({
      status: 400,
      body: {
        ...FAILED,
        data: {
          cancelResult: 'FAILURE',
          newOrderResult: 'FAILURE',
          cancelResponse: UNKNOWN,
          newOrderResponse: WOULD_TAKE,
        },
      },
    });
  });

  it.each([
    ['the new order is off the tick', { price: '39000.001' }, -1013, 'Filter failure: PRICE_FILTER'],
    ['the new order lacks a price', { price: undefined }, -1102, expect.stringContaining("'price'")],
    [
      'nothing is named',
      { cancelOrderId: undefined },
      -1102,
      expect.stringContaining("'cancelOrigClientOrderId'"),
    ],
    [
      'the mode is unknown',
      { cancelReplaceMode: 'TRY' },
      -1130,
      expect.stringContaining("'cancelReplaceMode'"),
    ],
  ])('leaves the old order alone where %s', (_what, changes, code, msg) => {
    const desk = openDesk();
    expect(desk.ask(CANCEL_REPLACE, { ...STOP, cancelOrderId: 4, ...changes })).toEqual({
      status: 400,
      body: { code, msg },
    });
    expect(desk.balance('USDT')).toBe('996050.00000000 + 3950.00000000');
  });

  it('counts as one order, even where none is attempted', () => {
    const desk = openDesk();
    const count = () => desk.world.orderCounts.counts('alice', desk.clock.now())[0]?.count;
    expect(count()).toBe(1);
    desk.ask(CANCEL_REPLACE, { ...STOP, cancelOrderId: 99 });
    expect(count()).toBe(2);
  });

  it('does nothing for who has placed too many orders', () => {
    const desk = openDesk(1);
    expect(desk.ask(CANCEL_REPLACE, { ...STOP, cancelOrderId: 4 })).toEqual({ status: 429, body: TOO_MANY });
    expect(desk.balance('USDT')).toBe('996050.00000000 + 3950.00000000');
  });

  it.each([
    [STOP, 429],
    [ALLOW, 409],
  ])('only cancels for who has placed too many orders and asks for that', (mode, status) => {
    const desk = openDesk(1);
    const asked = { ...mode, orderRateLimitExceededMode: 'CANCEL_ONLY', cancelOrderId: 4 };
    expect(desk.ask(CANCEL_REPLACE, asked)).toMatchObject({
      status,
      body: {
        ...PARTLY,
        data: {
          cancelResult: 'SUCCESS',
          newOrderResult: 'FAILURE',
          cancelResponse: CANCELLED,
          newOrderResponse: TOO_MANY,
        },
      },
    });
    expect(desk.balance('USDT')).toBe('1000000.00000000 + 0.00000000');
  });

  it.each([
    [STOP, 429, { newOrderResult: 'NOT_ATTEMPTED', newOrderResponse: null }],
    [ALLOW, 400, { newOrderResult: 'FAILURE', newOrderResponse: TOO_MANY }],
  ])('finds nothing to cancel for who has placed too many orders', (mode, status, half) => {
    const asked = { ...mode, orderRateLimitExceededMode: 'CANCEL_ONLY', cancelOrderId: 99 };
    expect(openDesk(1).ask(CANCEL_REPLACE, asked)).toMatchObject({
      status,
      body: { ...FAILED, data: { cancelResult: 'FAILURE', cancelResponse: UNKNOWN, ...half } },
    });
  });
});

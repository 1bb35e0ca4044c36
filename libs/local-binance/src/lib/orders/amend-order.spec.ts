import { fields } from '../../testing/fields.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const AMEND = 'PUT /api/v3/order/amend/keepPriority';
const BTC = { symbol: 'BTCUSDT' };
const LIMIT = {
  ...BTC,
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};

/** An order of Alice with the id 3 rests at 39,000. */
function openDesk(): TradingDesk {
  const desk = new TradingDesk();
  desk.trade(4_000_000);
  desk.ask('POST /api/v3/order', { ...LIMIT, newClientOrderId: 'first' });
  desk.heard('alice');
  return desk;
}

describe('PUT /api/v3/order/amend/keepPriority', () => {
  it.each([{ orderId: 3 }, { origClientOrderId: 'first' }])(
    'makes the order smaller that %p names',
    (name) => {
      const desk = openDesk();
      desk.pass(1000);
      expect(desk.ask(AMEND, { ...BTC, ...name, newQty: '0.04', newClientOrderId: 'second' })).toEqual({
        status: 200,
        body: {
          transactTime: NEW_YEAR_MS + 1000,
          executionId: 2,
          amendedOrder: {
            symbol: 'BTCUSDT',
            orderId: 3,
            orderListId: -1,
            origClientOrderId: 'first',
            clientOrderId: 'second',
            price: '39000.00000000',
            qty: '0.04000000',
            executedQty: '0.00000000',
            preventedQty: '0.00000000',
            quoteOrderQty: '0.00000000',
            cumulativeQuoteQty: '0.00000000',
            status: 'NEW',
            timeInForce: 'GTC',
            type: 'LIMIT',
            side: 'BUY',
            workingTime: NEW_YEAR_MS,
            selfTradePreventionMode: 'EXPIRE_MAKER',
          },
        },
      });
      expect(desk.balance('USDT')).toBe('998440.00000000 + 1560.00000000');
    },
  );

  it('is told as REPLACED, with the name before', () => {
    const desk = openDesk();
    desk.ask(AMEND, { ...BTC, orderId: 3, newQty: '0.04', newClientOrderId: 'second' });
    expect(desk.heard('alice')).toMatchObject([
      { x: 'REPLACED', X: 'NEW', i: 3, c: 'second', C: 'first', q: '0.04000000' },
      { e: 'outboundAccountPosition' },
    ]);
  });

  it('keeps its place in the queue', () => {
    const desk = openDesk();
    desk.ask('POST /api/v3/order', LIMIT, 'bob');
    desk.ask(AMEND, { ...BTC, orderId: 3, newQty: '0.04' });
    desk.rest('sell', 3_900_000, 4000);
    const open = (who: string) => fields(desk.ask('GET /api/v3/openOrders', BTC, who).body, 'executedQty');
    expect([open('alice'), open('bob')]).toEqual([[], ['0.00000000']]);
  });

  it('may keep the name', () => {
    const desk = openDesk();
    desk.ask(AMEND, { ...BTC, orderId: 3, newQty: '0.04', newClientOrderId: 'first' });
    expect(desk.ask('GET /api/v3/order', { ...BTC, origClientOrderId: 'first' }).body).toMatchObject({
      origQty: '0.04000000',
    });
  });

  it('makes a name where none is given, and the order is no longer known by the former one', () => {
    const desk = openDesk();
    const { body } = desk.ask(AMEND, { ...BTC, orderId: 3, newQty: '0.04' });
    expect(body).toMatchObject({ amendedOrder: { clientOrderId: expect.stringMatching(/^\w{22}$/) } });
    desk.ask('DELETE /api/v3/order', { ...BTC, orderId: 3 });
    const byFormerName = desk.ask('GET /api/v3/order', { ...BTC, origClientOrderId: 'first' });
    expect(byFormerName.body).toMatchObject({ code: -2013 });
  });

  it('changes both orders of a pair', () => {
    const desk = openDesk();
    desk.ask('POST /api/v3/orderList/oco', {
      ...BTC,
      side: 'SELL',
      quantity: '0.1',
      listClientOrderId: 'list',
      aboveType: 'LIMIT_MAKER',
      abovePrice: '41000',
      aboveClientOrderId: 'target',
      belowType: 'STOP_LOSS',
      belowStopPrice: '39500',
      belowClientOrderId: 'stop',
    });
    const amended = { ...BTC, origClientOrderId: 'target', newQty: '0.04', newClientOrderId: 'target' };
    expect(desk.ask(AMEND, amended).body).toMatchObject({
      amendedOrder: { qty: '0.04000000', orderListId: 1 },
      listStatus: {
        orderListId: 1,
        contingencyType: 'OCO',
        listOrderStatus: 'EXECUTING',
        listClientOrderId: 'list',
        symbol: 'BTCUSDT',
      },
    });
    const { body } = desk.ask('GET /api/v3/openOrders', BTC);
    expect(fields(body, 'origQty')).toEqual(['0.10000000', '0.04000000', '0.04000000']);
  });

  it.each([
    [{ newQty: '0.11' }, -2038, 'Order amend (quantity increase) is not supported.'],
    [{ newQty: '0.10' }, -2038, 'The requested action would change no state; rejecting'],
    [{ newQty: '0.040001' }, -1013, 'Filter failure: LOT_SIZE'],
    [{ newQty: '0.0001' }, -1013, 'Filter failure: NOTIONAL'],
    [{ newQty: '0.000000001' }, -1111, "Parameter 'newQty' has too much precision."],
    [{ newQty: undefined }, -1102, expect.stringContaining("'newQty'")],
    [{ orderId: 99 }, -2038, 'Unknown order sent.'],
    [{ orderId: undefined }, -1102, expect.stringContaining("'origClientOrderId' or 'orderId'")],
    [{ symbol: 'BTCEUR' }, -1121, 'Invalid symbol.'],
  ])('refuses %p', (changes, code, msg) => {
    expect(openDesk().ask(AMEND, { ...BTC, orderId: 3, newQty: '0.05', ...changes })).toEqual({
      status: 400,
      body: { code, msg },
    });
  });

  it('may be asked for ten times', () => {
    const desk = openDesk();
    const sizes = Array.from({ length: 11 }, (_, index) => `0.0${90 - index}`);
    const answers = sizes.map((newQty) => desk.ask(AMEND, { ...BTC, orderId: 3, newQty }));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 400]);
    expect(answers.at(-1)?.body).toEqual({ code: -2038, msg: 'Filter failure: MAX_NUM_ORDER_AMENDS' });
  });
});

describe('GET /api/v3/order/amendments', () => {
  const AMENDMENTS = 'GET /api/v3/order/amendments';

  function amendedDesk(): TradingDesk {
    const desk = openDesk();
    desk.pass(1000);
    desk.ask(AMEND, { ...BTC, orderId: 3, newQty: '0.05', newClientOrderId: 'second' });
    desk.pass(1000);
    desk.ask(AMEND, { ...BTC, orderId: 3, newQty: '0.04', newClientOrderId: 'third' });
    return desk;
  }

  it('tells how an order was made smaller', () => {
    expect(amendedDesk().ask(AMENDMENTS, { ...BTC, orderId: 3 }).body).toEqual([
      {
        symbol: 'BTCUSDT',
        orderId: 3,
        executionId: 2,
        origClientOrderId: 'first',
        newClientOrderId: 'second',
        origQty: '0.10000000',
        newQty: '0.05000000',
        time: NEW_YEAR_MS + 1000,
      },
      {
        symbol: 'BTCUSDT',
        orderId: 3,
        executionId: 3,
        origClientOrderId: 'second',
        newClientOrderId: 'third',
        origQty: '0.05000000',
        newQty: '0.04000000',
        time: NEW_YEAR_MS + 2000,
      },
    ]);
  });

  it.each([
    [{ fromExecutionId: 3 }, [3]],
    [{ limit: 1 }, [2]],
    [{ orderId: 99 }, []],
  ])('for %p tells of the executions %p', (asked, ids) => {
    const { body } = amendedDesk().ask(AMENDMENTS, { ...BTC, orderId: 3, ...asked });
    expect(fields(body, 'executionId')).toEqual(ids);
  });
});

import { field } from '../../testing/fields.ts';
import type { Asked } from '../../testing/trading-desk.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const ORDER = 'POST /api/v3/order';

/** BTCUSDT was last traded at 40,000.00, with 1 BTC bid at 39,990 and half a BTC each asked at 40,010 and 40,020. */
function openDesk(options = {}): TradingDesk {
  const desk = new TradingDesk(options);
  desk.trade(4_000_000);
  desk.rest('buy', 3_999_000, 100_000);
  desk.rest('sell', 4_001_000, 50_000);
  desk.rest('sell', 4_002_000, 50_000);
  return desk;
}

const BTC: Asked = { symbol: 'BTCUSDT', newClientOrderId: 'mine' };
const LIMIT: Asked = {
  ...BTC,
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};

/** The market's hand has placed four orders before. */
const ACK = {
  symbol: 'BTCUSDT',
  orderId: 6,
  orderListId: -1,
  clientOrderId: 'mine',
  transactTime: NEW_YEAR_MS,
};

const OPEN = {
  origQty: '0.10000000',
  executedQty: '0.00000000',
  origQuoteOrderQty: '0.00000000',
  cummulativeQuoteQty: '0.00000000',
  status: 'NEW',
  timeInForce: 'GTC',
  selfTradePreventionMode: 'EXPIRE_MAKER',
};

const WORKING = { workingTime: NEW_YEAR_MS };
const WAITING = { workingTime: -1 };
const STOP = { ...BTC, side: 'SELL', quantity: '0.1', stopPrice: '39000' };
const TARGET = { ...STOP, stopPrice: '41000' };

/** Each type with what it needs, and what is told of it besides `ACK` and what is told of all. */
const TYPES = [
  {
    type: 'LIMIT',
    asked: LIMIT,
    result: { ...OPEN, ...WORKING, side: 'BUY', price: '39000.00000000' },
    fills: [],
    byDefault: 'FULL',
  },
  {
    type: 'LIMIT_MAKER',
    asked: { ...BTC, side: 'BUY', quantity: '0.1', price: '39000' },
    result: { ...OPEN, ...WORKING, side: 'BUY', price: '39000.00000000' },
    fills: [],
    byDefault: 'ACK',
  },
  {
    type: 'MARKET',
    asked: { ...BTC, side: 'BUY', quantity: '0.1' },
    result: {
      ...OPEN,
      ...WORKING,
      side: 'BUY',
      price: '0.00000000',
      executedQty: '0.10000000',
      cummulativeQuoteQty: '4001.00000000',
      status: 'FILLED',
    },
    fills: [
      {
        price: '40010.00000000',
        qty: '0.10000000',
        commission: '0.00010000',
        commissionAsset: 'BTC',
        tradeId: 2,
      },
    ],
    byDefault: 'FULL',
  },
  {
    type: 'STOP_LOSS',
    asked: STOP,
    result: { ...OPEN, ...WAITING, side: 'SELL', price: '0.00000000', stopPrice: '39000.00000000' },
    fills: [],
    byDefault: 'ACK',
  },
  {
    type: 'STOP_LOSS_LIMIT',
    asked: { ...STOP, timeInForce: 'GTC', price: '38900' },
    result: { ...OPEN, ...WAITING, side: 'SELL', price: '38900.00000000', stopPrice: '39000.00000000' },
    fills: [],
    byDefault: 'ACK',
  },
  {
    type: 'TAKE_PROFIT',
    asked: TARGET,
    result: { ...OPEN, ...WAITING, side: 'SELL', price: '0.00000000', stopPrice: '41000.00000000' },
    fills: [],
    byDefault: 'ACK',
  },
  {
    type: 'TAKE_PROFIT_LIMIT',
    asked: { ...TARGET, timeInForce: 'GTC', price: '41000' },
    result: { ...OPEN, ...WAITING, side: 'SELL', price: '41000.00000000', stopPrice: '41000.00000000' },
    fills: [],
    byDefault: 'ACK',
  },
] as const;

describe('POST /api/v3/order', () => {
  describe.each(TYPES)('of type $type', ({ type, asked, result, fills, byDefault }) => {
    const told = {
      ACK,
      RESULT: { ...ACK, ...result, type },
      FULL: { ...ACK, ...result, type, fills },
    };

    it.each(['ACK', 'RESULT', 'FULL'] as const)('is told as %s', (newOrderRespType) => {
      expect(openDesk().ask(ORDER, { ...asked, type, newOrderRespType })).toEqual({
        status: 200,
        body: told[newOrderRespType],
      });
    });

    it(`is told as ${byDefault} where nothing is asked for`, () => {
      expect(openDesk().ask(ORDER, { ...asked, type }).body).toEqual(told[byDefault]);
    });
  });

  it('buys for an amount of the quote asset', () => {
    // 0.5 BTC cost 20,005 at 40,010; what is left of 24,007 is 4,002, which buys 0.1 BTC at 40,020.
    const asked = { ...BTC, side: 'BUY', type: 'MARKET', quoteOrderQty: '24007' };
    expect(openDesk().ask(ORDER, asked).body).toMatchObject({
      executedQty: '0.60000000',
      origQuoteOrderQty: '24007.00000000',
      cummulativeQuoteQty: '24007.00000000',
      status: 'FILLED',
      fills: [
        { price: '40010.00000000', qty: '0.50000000' },
        { price: '40020.00000000', qty: '0.10000000' },
      ],
    });
  });

  it('tells why what was not filled has expired', () => {
    const desk = openDesk();
    const asked = { ...LIMIT, price: '40010', quantity: '0.8', newOrderRespType: 'RESULT' };
    expect(desk.ask(ORDER, { ...asked, timeInForce: 'IOC' }).body).toMatchObject({
      executedQty: '0.50000000',
      status: 'EXPIRED',
      expiryReason: 'UNFILLED_IOC_QUANTITY_EXPIRED',
    });
    expect(desk.ask(ORDER, { ...asked, timeInForce: 'FOK' }).body).toMatchObject({
      executedQty: '0.00000000',
      status: 'EXPIRED',
      expiryReason: 'UNFILLED_FOK_ORDER_EXPIRED',
    });
    const tooMuch = { ...BTC, side: 'BUY', type: 'MARKET', quantity: '2' };
    expect(desk.ask(ORDER, tooMuch).body).toMatchObject({
      executedQty: '0.50000000',
      status: 'EXPIRED',
      expiryReason: 'INSUFFICIENT_LIQUIDITY',
    });
  });

  it('tells what only some orders have', () => {
    const desk = openDesk();
    const labelled = { ...LIMIT, icebergQty: '0.01', strategyId: 7, strategyType: 1_000_000 };
    expect(desk.ask(ORDER, labelled).body).toMatchObject({
      icebergQty: '0.01000000',
      strategyId: 7,
      strategyType: 1_000_000,
    });
    const trailing = {
      symbol: 'BTCUSDT',
      side: 'SELL',
      type: 'STOP_LOSS',
      quantity: '0.1',
      trailingDelta: 100,
    };
    const { body } = desk.ask(ORDER, { ...trailing, newOrderRespType: 'RESULT' });
    expect(body).toMatchObject({ trailingDelta: 100 });
    expect(body).toHaveProperty('trailingTime');
    expect(body).not.toHaveProperty('icebergQty');
    expect(body).not.toHaveProperty('strategyId');
    expect(body).not.toHaveProperty('expiryReason');
  });

  it('makes a name for an order that has none, another each time', () => {
    const desk = openDesk();
    const { newClientOrderId, ...nameless } = LIMIT;
    const names = [1, 2].map(() => field(desk.ask(ORDER, nameless).body, 'clientOrderId'));
    expect(names).toEqual([
      expect.stringMatching(/^[A-Za-z0-9]{22}$/),
      expect.stringMatching(/^[A-Za-z0-9]{22}$/),
    ]);
    expect(names[0]).not.toBe(names[1]);
  });

  it('takes the name of a closed order again, but not that of an open one', () => {
    const desk = openDesk();
    const market = { ...BTC, side: 'BUY', type: 'MARKET', quantity: '0.1' };
    expect(desk.ask(ORDER, market).body).toMatchObject({ orderId: 6, status: 'FILLED' });
    expect(desk.ask(ORDER, LIMIT).body).toMatchObject({ orderId: 7, status: 'NEW' });
    expect(desk.ask(ORDER, LIMIT)).toEqual({
      status: 400,
      body: { code: -2010, msg: 'Duplicate order sent.' },
    });
  });

  it('locks what it may cost', () => {
    const desk = openDesk();
    desk.ask(ORDER, LIMIT);
    expect(desk.balance('USDT')).toBe('996100.00000000 + 3900.00000000');
  });
});

describe('POST /api/v3/order with terms that do not fit its type', () => {
  const lacking = (name: string) =>
    `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`;
  const idle = (name: string) => `Parameter '${name}' sent when not required.`;
  const STOP_NEEDS = "Param 'stopPrice' or 'trailingDelta' must be sent, but both were empty/null!";

  it.each([
    ['LIMIT', ['price', 'quantity', 'timeInForce']],
    ['LIMIT_MAKER', ['price', 'quantity']],
    ['STOP_LOSS', ['quantity']],
    ['TAKE_PROFIT', ['quantity']],
    ['STOP_LOSS_LIMIT', ['price', 'quantity', 'timeInForce']],
    ['TAKE_PROFIT_LIMIT', ['price', 'quantity', 'timeInForce']],
  ])('%s needs %p', (type, needed) => {
    const desk = openDesk();
    const whole = {
      ...BTC,
      side: 'BUY',
      type,
      price: '1',
      quantity: '1',
      stopPrice: '1',
      timeInForce: 'GTC',
    };
    for (const name of needed) {
      const asked = Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
      expect(desk.ask(ORDER, asked)).toEqual({ status: 400, body: { code: -1102, msg: lacking(name) } });
    }
  });

  it.each([
    ['LIMIT', { stopPrice: '1' }, -1106, idle('stopPrice')],
    ['LIMIT', { trailingDelta: 100 }, -1106, idle('trailingDelta')],
    ['LIMIT', { quoteOrderQty: '1' }, -1128, 'Combination of optional parameters invalid.'],
    ['LIMIT', { pegPriceType: 'PRIMARY_PEG' }, -2010, 'Pegged orders are not supported for this symbol.'],
    ['LIMIT', { pegPriceType: 'BEST' }, -1210, 'Invalid pegPriceType.'],
    ['LIMIT', { strategyType: 999_999 }, -1134, 'strategyType was less than 1000000.'],
    ['LIMIT', { timeInForce: 'GTX' }, -1115, 'Invalid timeInForce.'],
    ['LIMIT', { side: 'LONG' }, -1117, 'Invalid side.'],
    ['LIMIT', { type: 'limit' }, -1116, 'Invalid orderType.'],
    ['LIMIT', { symbol: 'BTCEUR' }, -1121, 'Invalid symbol.'],
    ['LIMIT', { newOrderRespType: 'ALL' }, -1130, "Data sent for parameter 'newOrderRespType' is not valid."],
    ['LIMIT', { newClientOrderId: '' }, -1105, "Parameter 'newClientOrderId' was empty."],
    [
      'LIMIT',
      { newClientOrderId: 'a b' },
      -1100,
      "Illegal characters found in parameter 'newClientOrderId'; legal range is '^[a-zA-Z0-9-_]{1,36}$'.",
    ],
    [
      'LIMIT',
      { price: '1.2e-7' },
      -1100,
      "Illegal characters found in parameter 'price'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
    ],
    ['LIMIT', { price: '0.000000001' }, -1111, "Parameter 'price' has too much precision."],
    ['LIMIT', { quantity: '0.30000000000000004' }, -1111, "Parameter 'quantity' has too much precision."],
    ['LIMIT', { colour: 'red' }, -1104, expect.stringContaining('Not all sent parameters were read')],
    ['LIMIT_MAKER', { price: '1' }, -1106, idle('timeInForce')],
    ['MARKET', { price: '1' }, -1106, idle('timeInForce')],
    ['STOP_LOSS', { stopPrice: '1' }, -1106, idle('timeInForce')],
    ['STOP_LOSS_LIMIT', {}, -1102, STOP_NEEDS],
    ['TAKE_PROFIT_LIMIT', {}, -1102, STOP_NEEDS],
  ])('%s with %p is refused with %i', (type, changes, code, msg) => {
    expect(openDesk().ask(ORDER, { ...LIMIT, type, ...changes })).toEqual({
      status: 400,
      body: { code, msg },
    });
  });

  it('MARKET needs one size and no other', () => {
    const market = { ...BTC, side: 'BUY', type: 'MARKET' };
    const desk = openDesk();
    expect(desk.ask(ORDER, market).body).toEqual({
      code: -1102,
      msg: "Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!",
    });
    expect(desk.ask(ORDER, { ...market, quantity: '1', quoteOrderQty: '1' }).body).toMatchObject({
      code: -1128,
    });
    expect(desk.ask(ORDER, { ...market, quantity: '1', price: '1' }).body).toEqual({
      code: -1106,
      msg: idle('price'),
    });
  });
});

describe('POST /api/v3/order that the exchange does not take', () => {
  const maker = { ...BTC, side: 'BUY', type: 'LIMIT_MAKER', quantity: '0.1' };

  it.each([
    [
      'costs too much',
      { ...LIMIT, quantity: '100' },
      -2010,
      'Account has insufficient balance for requested action.',
    ],
    ['would take', { ...maker, price: '40010' }, -2010, 'Order would immediately match and take.'],
    [
      'would trigger',
      { ...STOP, type: 'STOP_LOSS', stopPrice: '40000' },
      -2010,
      'Order would trigger immediately.',
    ],
    ['is off the tick', { ...LIMIT, price: '39000.001' }, -1013, 'Filter failure: PRICE_FILTER'],
    ['is off the step', { ...LIMIT, quantity: '0.100001' }, -1013, 'Filter failure: LOT_SIZE'],
    ['is too small', { ...LIMIT, quantity: '0.00012' }, -1013, 'Filter failure: NOTIONAL'],
    ['is far away', { ...LIMIT, price: '7999.99' }, -1013, 'Filter failure: PERCENT_PRICE_BY_SIDE'],
    ['shows too little', { ...LIMIT, icebergQty: '0.0009' }, -1013, 'Filter failure: ICEBERG_PARTS'],
    [
      'trails too closely',
      { ...BTC, side: 'SELL', type: 'STOP_LOSS', quantity: '1', trailingDelta: 9 },
      -1013,
      'Filter failure: TRAILING_DELTA',
    ],
  ])('because it %s', (_why, asked, code, msg) => {
    expect(openDesk().ask(ORDER, asked)).toEqual({ status: 400, body: { code, msg } });
  });

  it('because the market is closed', () => {
    const desk = openDesk();
    desk.world.exchange.changeStatus('BTCUSDT', 'halt', NEW_YEAR_MS);
    expect(desk.ask(ORDER, LIMIT).body).toEqual({ code: -1013, msg: 'Market is closed.' });
  });

  it('because the account may not trade', () => {
    expect(openDesk({ alice: { canTrade: false } }).ask(ORDER, LIMIT).body).toEqual({
      code: -2010,
      msg: 'This account may not place or cancel orders.',
    });
  });
});

describe('POST /api/v3/order by who places too many', () => {
  it('is refused until the next ten seconds begin', () => {
    const limits = [{ interval: 'SECOND', intervalNum: 10, limit: 2 }] as const;
    const desk = openDesk({ orderCountLimits: limits });
    const place = (name: string) => desk.ask(ORDER, { ...LIMIT, newClientOrderId: name });
    expect([place('a'), place('b')].map(({ status }) => status)).toEqual([200, 200]);
    expect(place('c')).toEqual({
      status: 429,
      body: { code: -1015, msg: 'Too many new orders; current limit is 2 orders per 10 SECOND.' },
    });
    desk.pass(10_000);
    expect(place('c').status).toBe(200);
  });

  it('does not count what is refused, nor what has traded', () => {
    const desk = openDesk();
    const count = () => desk.world.orderCounts.counts('alice', desk.clock.now()).map(({ count }) => count);
    desk.ask(ORDER, { ...LIMIT, quantity: '100' });
    desk.ask(ORDER, { ...BTC, side: 'BUY', type: 'MARKET', quantity: '0.1' });
    expect(count()).toEqual([0, 0]);
    desk.ask(ORDER, LIMIT);
    expect(count()).toEqual([1, 1]);
  });
});

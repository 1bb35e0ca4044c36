import { field, fields } from '../../testing/fields.ts';
import { listDesk, OCO, OPO, OPOCO, OTO, OTOCO, reportsByName } from '../../testing/order-lists.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

/** Placed when the market's hand had placed three orders. */
const TOLD = {
  orderListId: 1,
  listStatusType: 'EXEC_STARTED',
  listOrderStatus: 'EXECUTING',
  listClientOrderId: 'list',
  transactionTime: NEW_YEAR_MS,
  symbol: 'BTCUSDT',
};

const OPEN = {
  symbol: 'BTCUSDT',
  orderListId: 1,
  transactTime: NEW_YEAR_MS,
  origQty: '0.10000000',
  executedQty: '0.00000000',
  origQuoteOrderQty: '0.00000000',
  cummulativeQuoteQty: '0.00000000',
  timeInForce: 'GTC',
  selfTradePreventionMode: 'EXPIRE_MAKER',
};
const WORKING = { ...OPEN, status: 'NEW', workingTime: NEW_YEAR_MS };
const WAITING = { ...OPEN, status: 'NEW', workingTime: -1 };
const PENDING = { ...OPEN, status: 'PENDING_NEW', workingTime: -1 };

const TARGET = { clientOrderId: 'target', type: 'LIMIT_MAKER', side: 'SELL', price: '41000.00000000' };
const STOP = {
  clientOrderId: 'stop',
  type: 'STOP_LOSS_LIMIT',
  side: 'SELL',
  price: '38900.00000000',
  stopPrice: '39000.00000000',
};

const TOLD_ENTRY = {
  ...WORKING,
  clientOrderId: 'entry',
  type: 'LIMIT',
  side: 'BUY',
  price: '39000.00000000',
};

const PENDING_STOP = { ...STOP, price: '37900.00000000', stopPrice: '38000.00000000' };

/** What is left of what was told when the quantity is not known yet. */
function unsized<Told extends object>(told: Told) {
  return Object.fromEntries(Object.entries(told).filter(([name]) => name !== 'origQty'));
}

const KINDS = [
  {
    route: 'POST /api/v3/orderList/oco',
    asked: OCO,
    contingencyType: 'OCO',
    reports: [
      { ...WORKING, ...TARGET },
      { ...WAITING, ...STOP },
    ],
  },
  {
    route: 'POST /api/v3/orderList/oto',
    asked: OTO,
    contingencyType: 'OTO',
    reports: [TOLD_ENTRY, { ...PENDING, ...TARGET }],
  },
  {
    route: 'POST /api/v3/orderList/otoco',
    asked: OTOCO,
    contingencyType: 'OTO',
    reports: [TOLD_ENTRY, { ...PENDING, ...TARGET }, { ...PENDING, ...PENDING_STOP }],
  },
  {
    route: 'POST /api/v3/orderList/opo',
    asked: OPO,
    contingencyType: 'OTO',
    reports: [TOLD_ENTRY, unsized({ ...PENDING, ...TARGET })],
  },
  {
    route: 'POST /api/v3/orderList/opoco',
    asked: OPOCO,
    contingencyType: 'OTO',
    reports: [TOLD_ENTRY, unsized({ ...PENDING, ...TARGET }), unsized({ ...PENDING, ...PENDING_STOP })],
  },
  {
    route: 'POST /api/v3/order/oco',
    asked: {
      symbol: 'BTCUSDT',
      listClientOrderId: 'list',
      side: 'SELL',
      quantity: '0.1',
      price: '41000',
      limitClientOrderId: 'target',
      stopPrice: '39000',
      stopLimitPrice: '38900',
      stopLimitTimeInForce: 'GTC',
      stopClientOrderId: 'stop',
    },
    contingencyType: 'OCO',
    reports: [
      { ...WORKING, ...TARGET },
      { ...WAITING, ...STOP },
    ],
  },
];

describe.each(KINDS)('$route', ({ route, asked, contingencyType, reports }) => {
  it('places a list and tells of each of its orders', () => {
    const { status, body } = listDesk().ask(route, asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...TOLD, contingencyType });
    expect(reportsByName(body)).toEqual(
      Object.fromEntries(
        reports.map((report) => [field(report, 'clientOrderId'), { ...report, orderId: expect.any(Number) }]),
      ),
    );
    expect(fields(field(body, 'orders'), 'orderId')).toEqual(fields(field(body, 'orderReports'), 'orderId'));
    expect(fields(field(body, 'orders'), 'symbol')).toEqual(reports.map(() => 'BTCUSDT'));
  });

  it.each([
    ['ACK', false, false],
    ['RESULT', true, false],
    ['FULL', true, true],
  ])('tells of its orders as %s', (newOrderRespType, hasStatus, hasFills) => {
    const told = field(listDesk().ask(route, { ...asked, newOrderRespType }).body, 'orderReports');
    const isTold = (name: string) => fields(told, name).map((value) => value !== undefined);
    expect(isTold('clientOrderId')).toEqual(reports.map(() => true));
    expect(isTold('status')).toEqual(reports.map(() => hasStatus));
    expect(isTold('fills')).toEqual(reports.map(() => hasFills));
  });

  it('counts each of its orders', () => {
    const desk = listDesk();
    desk.ask(route, asked);
    expect(fields(desk.ask('GET /api/v3/rateLimit/order').body, 'count')).toEqual([
      reports.length,
      reports.length,
    ]);
    const full = listDesk({
      orderCountLimits: [{ interval: 'SECOND', intervalNum: 10, limit: reports.length - 1 }],
    });
    expect(full.ask(route, asked)).toMatchObject({ status: 429, body: { code: -1015 } });
  });

  it('makes names where none are given', () => {
    const nameless = Object.fromEntries(
      Object.entries(asked).filter(([name]) => !name.endsWith('ClientOrderId')),
    );
    const { body } = listDesk().ask(route, nameless);
    const names = [field(body, 'listClientOrderId'), ...fields(field(body, 'orders'), 'clientOrderId')];
    expect(new Set(names).size).toBe(reports.length + 1);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]{22}$/);
  });

  it('is refused for an unknown symbol, and for a name that is taken', () => {
    const desk = listDesk();
    expect(desk.ask(route, { ...asked, symbol: 'BTCEUR' }).body).toMatchObject({ code: -1121 });
    expect(desk.ask(route, asked).status).toBe(200);
    expect(desk.ask(route, asked).body).toEqual({ code: -2010, msg: 'Duplicate order sent.' });
  });
});

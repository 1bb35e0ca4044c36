import type { ApiScene } from '../../testing/api-story.ts';
import { openApiScene, RESTING } from '../../testing/api-story.ts';
import { field, fields } from '../../testing/fields.ts';
import type { TestSocket } from '../../testing/test-socket.ts';

let scene: ApiScene;
let client: TestSocket;
beforeEach(async () => {
  scene = await openApiScene();
  client = await scene.connect('?returnRateLimits=false');
});
afterEach(() => scene.close());

const BTC = { symbol: 'BTCUSDT' };

function ask(method: string, parameters: object = {}): Promise<unknown> {
  const params = scene.alice.sign({ ...parameters, ...scene.now() });
  return client.ask({ id: 1, method, params });
}

/** What was answered where it was done. */
async function done(method: string, parameters: object = {}): Promise<unknown> {
  const reply = await ask(method, parameters);
  expect(reply).toMatchObject({ id: 1, status: 200 });
  return field(reply, 'result');
}

async function placed(newClientOrderId: string): Promise<unknown> {
  return field(await done('order.place', { ...RESTING, newClientOrderId }), 'orderId');
}

describe('WebSocket API order.place', () => {
  it('places an order', async () => {
    const order = { clientOrderId: 'one', status: 'NEW', origQty: '0.10000000', price: '40000.00000000' };
    expect(await done('order.place', { ...RESTING, newClientOrderId: 'one' })).toMatchObject(order);
    expect(scene.world.exchange.openOrders('alice')).toHaveLength(1);
  });

  it('tells the trades of an order that trades at once', async () => {
    const market = { ...BTC, side: 'BUY', type: 'MARKET', quantity: '0.50000' };
    expect(await done('order.place', market)).toMatchObject({
      status: 'FILLED',
      fills: [{ price: '42000.00000000', qty: '0.50000000', commission: '0.00050000', tradeId: 1 }],
    });
  });

  it('refuses what the filters refuse', async () => {
    expect(await ask('order.place', { ...RESTING, price: '40000.001' })).toMatchObject({
      status: 400,
      error: { code: -1013, msg: 'Filter failure: PRICE_FILTER' },
    });
  });
});

describe('WebSocket API order.test', () => {
  it('looks at an order without placing it', async () => {
    expect(await done('order.test', RESTING)).toEqual({});
    expect(await done('order.test', { ...RESTING, computeCommissionRates: true })).toHaveProperty(
      'standardCommissionForOrder',
    );
    expect(scene.world.exchange.openOrders('alice')).toEqual([]);
  });
});

describe('WebSocket API order.status', () => {
  it('tells how an order stands', async () => {
    const orderId = await placed('one');
    expect(await done('order.status', { ...BTC, orderId })).toMatchObject({
      clientOrderId: 'one',
      isWorking: true,
    });
    expect(await done('order.status', { ...BTC, origClientOrderId: 'one' })).toMatchObject({ orderId });
    expect(await ask('order.status', { ...BTC, orderId: 999 })).toMatchObject({ error: { code: -2013 } });
  });
});

describe('WebSocket API order.cancel', () => {
  it('takes an order back', async () => {
    const orderId = await placed('one');
    expect(await done('order.cancel', { ...BTC, orderId })).toMatchObject({
      origClientOrderId: 'one',
      status: 'CANCELED',
    });
    expect(await ask('order.cancel', { ...BTC, orderId })).toMatchObject({
      status: 400,
      error: { code: -2011, msg: 'Unknown order sent.' },
    });
  });
});

describe('WebSocket API order.cancelReplace', () => {
  it('puts an order in the place of another', async () => {
    const cancelOrderId = await placed('one');
    const replace = { ...RESTING, price: '39000.00', cancelReplaceMode: 'STOP_ON_FAILURE', cancelOrderId };
    expect(await done('order.cancelReplace', replace)).toMatchObject({
      cancelResult: 'SUCCESS',
      newOrderResult: 'SUCCESS',
      newOrderResponse: { price: '39000.00000000' },
    });
  });

  it('tells with 409 what was half done', async () => {
    const cancelOrderId = await placed('one');
    const replace = { ...RESTING, quantity: '30', cancelReplaceMode: 'ALLOW_FAILURE', cancelOrderId };
    expect(await ask('order.cancelReplace', replace)).toMatchObject({
      status: 409,
      error: {
        code: -2021,
        data: {
          cancelResult: 'SUCCESS',
          newOrderResult: 'FAILURE',
          cancelResponse: { status: 'CANCELED' },
          newOrderResponse: { code: -2010 },
        },
      },
    });
  });
});

describe('WebSocket API order.amend.keepPriority', () => {
  it('makes an order smaller', async () => {
    const orderId = await placed('one');
    expect(await done('order.amend.keepPriority', { ...BTC, orderId, newQty: '0.05000' })).toMatchObject({
      amendedOrder: { orderId, qty: '0.05000000' },
    });
  });
});

describe('WebSocket API order.amendments', () => {
  it('tells how an order was made smaller', async () => {
    const orderId = await placed('one');
    await done('order.amend.keepPriority', { ...BTC, orderId, newQty: '0.05000' });
    expect(await done('order.amendments', { ...BTC, orderId })).toMatchObject([
      { orderId, origQty: '0.10000000', newQty: '0.05000000' },
    ]);
  });
});

describe('WebSocket API openOrders.status', () => {
  it('lists open orders', async () => {
    await placed('one');
    await placed('two');
    expect(fields(await done('openOrders.status', BTC), 'clientOrderId')).toEqual(['one', 'two']);
  });
});

describe('WebSocket API openOrders.cancelAll', () => {
  it('takes all of them back', async () => {
    await placed('one');
    await placed('two');
    expect(fields(await done('openOrders.cancelAll', BTC), 'status')).toEqual(['CANCELED', 'CANCELED']);
  });
});

describe('WebSocket API allOrders', () => {
  it('lists open and closed orders', async () => {
    const orderId = await placed('one');
    await placed('two');
    await done('order.cancel', { ...BTC, orderId });
    expect(fields(await done('allOrders', BTC), 'status')).toEqual(['CANCELED', 'NEW']);
  });
});

/** Sells 0.1 at 45,000, or at the market when 38,000 is traded. */
const PAIR = {
  aboveType: 'LIMIT_MAKER',
  abovePrice: '45000.00',
  belowType: 'STOP_LOSS',
  belowStopPrice: '38000.00',
};
/** The same as the pending pair of another order. */
const PENDING_PAIR = {
  pendingSide: 'SELL',
  pendingAboveType: 'LIMIT_MAKER',
  pendingAbovePrice: '45000.00',
  pendingBelowType: 'STOP_LOSS',
  pendingBelowStopPrice: '38000.00',
};
/** Buys 0.1 at 40,000. */
const WORKING = {
  workingType: 'LIMIT',
  workingSide: 'BUY',
  workingPrice: '40000.00',
  workingQuantity: '0.10000',
  workingTimeInForce: 'GTC',
};
const PENDING = { pendingType: 'LIMIT_MAKER', pendingSide: 'SELL', pendingPrice: '45000.00' };

const LISTS = [
  {
    method: 'orderList.place',
    parameters: { ...BTC, side: 'SELL', quantity: '0.10000', price: '45000.00', stopPrice: '38000.00' },
    contingencyType: 'OCO',
    statuses: ['NEW', 'NEW'],
  },
  {
    method: 'orderList.place.oco',
    parameters: { ...BTC, side: 'SELL', quantity: '0.10000', ...PAIR },
    contingencyType: 'OCO',
    statuses: ['NEW', 'NEW'],
  },
  {
    method: 'orderList.place.oto',
    parameters: { ...BTC, ...WORKING, ...PENDING, pendingQuantity: '0.10000' },
    contingencyType: 'OTO',
    statuses: ['NEW', 'PENDING_NEW'],
  },
  {
    method: 'orderList.place.otoco',
    parameters: { ...BTC, ...WORKING, ...PENDING_PAIR, pendingQuantity: '0.10000' },
    contingencyType: 'OTO',
    statuses: ['NEW', 'PENDING_NEW', 'PENDING_NEW'],
  },
  {
    method: 'orderList.place.opo',
    parameters: { ...BTC, ...WORKING, ...PENDING },
    contingencyType: 'OTO',
    statuses: ['NEW', 'PENDING_NEW'],
  },
  {
    method: 'orderList.place.opoco',
    parameters: { ...BTC, ...WORKING, ...PENDING_PAIR },
    contingencyType: 'OTO',
    statuses: ['NEW', 'PENDING_NEW', 'PENDING_NEW'],
  },
] as const;

describe.each(LISTS)('WebSocket API $method', ({ method, parameters, contingencyType, statuses }) => {
  it('places a list', async () => {
    const list = await done(method, { ...parameters, listClientOrderId: 'list', newOrderRespType: 'RESULT' });
    expect(list).toMatchObject({ contingencyType, listClientOrderId: 'list', listOrderStatus: 'EXECUTING' });
    expect(fields(field(list, 'orderReports'), 'status').toSorted()).toEqual(statuses);
  });
});

const OCO = { ...BTC, side: 'SELL', quantity: '0.10000', ...PAIR, listClientOrderId: 'list' };

describe('WebSocket API orderList.status', () => {
  it('tells how a list stands', async () => {
    const orderListId = field(await done('orderList.place.oco', OCO), 'orderListId');
    expect(await done('orderList.status', { orderListId })).toMatchObject({ listClientOrderId: 'list' });
    expect(await done('orderList.status', { origClientOrderId: 'list' })).toMatchObject({ orderListId });
  });
});

describe('WebSocket API orderList.cancel', () => {
  it('takes back every order of a list', async () => {
    const orderListId = field(await done('orderList.place.oco', OCO), 'orderListId');
    expect(await done('orderList.cancel', { ...BTC, orderListId })).toMatchObject({
      listOrderStatus: 'ALL_DONE',
      orderReports: [{ status: 'CANCELED' }, { status: 'CANCELED' }],
    });
  });
});

describe('WebSocket API openOrderLists.status', () => {
  it('lists open lists', async () => {
    await done('orderList.place.oco', OCO);
    expect(fields(await done('openOrderLists.status'), 'listClientOrderId')).toEqual(['list']);
  });
});

describe('WebSocket API allOrderLists', () => {
  it('lists open and closed lists', async () => {
    const orderListId = field(await done('orderList.place.oco', OCO), 'orderListId');
    await done('orderList.cancel', { ...BTC, orderListId });
    expect(fields(await done('allOrderLists'), 'listOrderStatus')).toEqual(['ALL_DONE']);
  });
});

describe('WebSocket API sor.order.place', () => {
  it('places an order', async () => {
    expect(await done('sor.order.place', RESTING)).toMatchObject({ status: 'NEW', origQty: '0.10000000' });
    expect(scene.world.exchange.openOrders('alice')).toHaveLength(1);
  });
});

describe('WebSocket API sor.order.test', () => {
  it('looks at an order without placing it', async () => {
    expect(await done('sor.order.test', RESTING)).toEqual({});
    expect(scene.world.exchange.openOrders('alice')).toEqual([]);
  });
});

const ACCOUNT_QUESTIONS = [
  { method: 'account.status', parameters: { omitZeroBalances: true }, path: 'account' },
  { method: 'account.rateLimits.orders', parameters: {}, path: 'rateLimit/order' },
  { method: 'account.commission', parameters: BTC, path: 'account/commission' },
  { method: 'myTrades', parameters: BTC, path: 'myTrades' },
  { method: 'myAllocations', parameters: BTC, path: 'myAllocations' },
  { method: 'myPreventedMatches', parameters: { ...BTC, orderId: 3 }, path: 'myPreventedMatches' },
  { method: 'myFilters', parameters: BTC, path: 'myFilters' },
] as const;

describe.each(ACCOUNT_QUESTIONS)('WebSocket API $method', ({ method, parameters, path }) => {
  it('answers as its twin over HTTP does', async () => {
    await placed('one');
    await done('order.place', { ...BTC, side: 'BUY', type: 'MARKET', quantity: '0.50000' });
    const result = await done(method, parameters);
    expect(result).toEqual(await askOverHttp('GET', path, { ...parameters, ...scene.now() }));
  });
});

async function askOverHttp(method: string, path: string, params: object): Promise<unknown> {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join('&');
  const headers = { 'x-mbx-apikey': scene.alice.setup.apiKey };
  const signed = `${query}&signature=${scene.alice.signatureOf(query)}`;
  return (await scene.get(`/api/v3/${path}?${signed}`, { method, headers })).body;
}

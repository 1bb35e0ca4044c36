import type { FaultRequest } from '@org/local-binance';
import { price, quantity } from '@org/domain';
import type { LocalVenue } from '../../../../../test/local-venue.ts';
import { cancelOf, openLocalVenue, resting } from '../../../../../test/local-venue.ts';
import { isTooLate } from './binance-orders.ts';

let venue: LocalVenue;
beforeEach(async () => {
  venue = await openLocalVenue();
});
afterEach(() => venue.close());

const PLACE = { method: 'POST', path: '/api/v3/order' } as const;
const CANCEL = { method: 'DELETE', path: '/api/v3/order' } as const;
const QUERY = { method: 'GET', path: '/api/v3/order' } as const;

const TIMEOUT = {
  status: 503,
  body: {
    code: -1007,
    msg: 'Timeout waiting for response from backend server. Send status unknown; execution status unknown.',
  },
};

const fault = (request: Extract<FaultRequest, { readonly kind: 'request' }>) =>
  venue.exchange.faults.add({ times: 1, ...request });

/** I1: of one intent at most one order is there, whatever the client was told. */
function ordersEver(): readonly string[] {
  const page = { fromId: null, startTime: null, endTime: null, limit: 1000 };
  return venue.exchange.world.records.accounts
    .orders({ accountId: 'me', symbol: 'BTCUSDT' }, page)
    .map(({ clientOrderId, status }) => `${clientOrderId} ${status}`);
}

describe('A1 a timeout, and the order was accepted', () => {
  it('is unknown, then found, and never sent again', async () => {
    fault({ kind: 'request', match: PLACE, answer: TIMEOUT });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'unknown' });
    expect(await venue.orders.resolve('BTCUSDT', 'os-1')).toMatchObject({
      ...{ kind: 'accepted', order: { clientOrderId: 'os-1', status: 'open' } },
    });
    expect(ordersEver()).toEqual(['os-1 new']);
  });
});

describe('A2 a timeout, and the order was not accepted', () => {
  it('is absent only after the grace period', async () => {
    fault({ kind: 'request', match: PLACE, answer: TIMEOUT, isDone: false });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'unknown' });
    expect(await venue.orders.resolve('BTCUSDT', 'os-1')).toEqual({ kind: 'absent' });
    expect(ordersEver()).toEqual([]);
  });
});

describe('A3 an answer that is lost', () => {
  it.each([
    ['after the exchange has done it', true, ['os-1 new']],
    ['before the exchange has it', false, []],
  ])('%s leaves the order unknown', async (_, isDone, there) => {
    fault({ kind: 'request', match: PLACE, answer: 'drop', isDone });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'unknown' });
    expect(ordersEver()).toEqual(there);
    expect((await venue.orders.resolve('BTCUSDT', 'os-1')).kind).toBe(isDone ? 'accepted' : 'absent');
    expect(ordersEver()).toEqual(there);
  });
});

describe('A6 an error without a code', () => {
  it.each(['<html><h1>502 Bad Gateway</h1></html>', ''])('leaves the order unknown: %p', async (body) => {
    fault({ kind: 'request', match: PLACE, answer: { status: 502, body } });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'unknown' });
    expect((await venue.orders.resolve('BTCUSDT', 'os-1')).kind).toBe('accepted');
  });
});

describe('A9 an order that cannot be asked for yet', () => {
  it('is found within the grace period', async () => {
    await venue.orders.place(resting('os-1'));
    const unheard = { status: 400, body: { code: -2013, msg: 'Order does not exist.' } };
    venue.exchange.faults.add({ kind: 'request', match: QUERY, answer: unheard, times: 3 });
    expect(await venue.orders.resolve('BTCUSDT', 'os-1')).toMatchObject({ kind: 'accepted' });
  });
});

describe('A10 an order that the engine refuses', () => {
  it('is rejected for good, and nothing is sent again', async () => {
    const dear = {
      type: 'limit',
      side: 'buy',
      quantity: quantity(1_000_000),
      price: price(2_000_000),
      postOnly: false,
    } as const;
    expect(await venue.orders.place(resting('os-1', { request: dear }))).toMatchObject({
      kind: 'rejected',
      code: -2010,
    });
    expect(ordersEver()).toEqual([]);
  });
});

describe('A12 an order that the exchange expires', () => {
  it('is told as expired, by the answer itself where there is nobody to trade with', async () => {
    const request = { type: 'market', side: 'buy', quantity: quantity(10_000) } as const;
    expect(await venue.orders.place(resting('os-1', { request }))).toMatchObject({
      ...{ kind: 'accepted', order: { status: 'expired', filled: 0 } },
    });
  });

  it('is told by a query where maintenance has ended it', async () => {
    await venue.orders.place(resting('os-1'));
    venue.exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'BREAK', isExpiringOrders: true });
    expect(await venue.orders.query('BTCUSDT', 'os-1')).toMatchObject({ order: { status: 'expired' } });
  });
});

describe('A5 a client order id that is used again', () => {
  it('is refused only while its first order is open: it is no protection against doubles', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({
      kind: 'rejected',
      reason: 'Duplicate order sent.',
    });
    await venue.orders.cancel(cancelOf('os-1'));
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'accepted' });
  });
});

describe('A11 an exchange that is overloaded', () => {
  it('leaves the order unknown: that it was not done is nowhere promised', async () => {
    fault({
      kind: 'request',
      match: PLACE,
      isDone: false,
      answer: { status: 503, body: { code: -1008, msg: 'Server is currently overloaded.' } },
    });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'unknown' });
    expect(await venue.orders.resolve('BTCUSDT', 'os-1')).toEqual({ kind: 'absent' });
  });
});

describe('B1 a cancel that comes after the fill', () => {
  it('is too late, and the query tells the fill', async () => {
    await venue.orders.place(resting('os-1'));
    const { exchange, marketTime } = venue.exchange.world;
    exchange.market('BTCUSDT').take('sell', price(2_000_000), quantity(10_000), marketTime.now());
    const answer = await venue.orders.cancel(cancelOf('os-1'));
    expect(isTooLate(answer)).toBe(true);
    expect(await venue.orders.query('BTCUSDT', 'os-1')).toMatchObject({
      ...{ kind: 'accepted', order: { status: 'filled', filled: 10_000 } },
    });
  });
});

describe('B2 a partial fill that only the cancel tells', () => {
  it('is in the answer', async () => {
    await venue.orders.place(resting('os-1'));
    const { exchange, marketTime } = venue.exchange.world;
    exchange.market('BTCUSDT').take('sell', price(2_000_000), quantity(4_000), marketTime.now());
    expect(await venue.orders.cancel(cancelOf('os-1'))).toMatchObject({
      ...{ kind: 'cancelled', order: { status: 'cancelled', filled: 4_000 } },
    });
  });
});

describe('B3 a cancel whose answer is lost', () => {
  it('is unknown until the query tells', async () => {
    await venue.orders.place(resting('os-1'));
    fault({ kind: 'request', match: CANCEL, answer: 'drop' });
    expect(await venue.orders.cancel(cancelOf('os-1'))).toMatchObject({ kind: 'unknown' });
    expect(await venue.orders.query('BTCUSDT', 'os-1')).toMatchObject({ order: { status: 'cancelled' } });
  });
});

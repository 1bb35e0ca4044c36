import { price, quantity } from '@org/domain';
import type { LocalVenue } from '../../../../../test/local-venue.ts';
import { bitcoin, cancelOf, openLocalVenue, resting } from '../../../../../test/local-venue.ts';
import { OpenOrders } from './open-orders.ts';
import { OrderChanges } from './order-changes.ts';
import { replaceAnswer } from './replace-answer.ts';

let venue: LocalVenue;
let changes: OrderChanges;
let open: OpenOrders;
beforeEach(async () => {
  venue = await openLocalVenue();
  changes = new OrderChanges(venue);
  open = new OpenOrders(venue);
});
afterEach(() => venue.close());

const openIds = () =>
  venue.exchange.world.exchange.openOrders('me').map(({ clientOrderId }) => clientOrderId);

/** For 1 BTC at `ticks`: at 200,000 USDT there is not enough for it. */
const dear = resting('os-2', {
  request: {
    type: 'limit',
    side: 'buy',
    quantity: quantity(100_000),
    price: price(20_000_000),
    postOnly: false,
  },
});

describe('B4 a replacement', () => {
  it('takes the old order back and places the new one', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await changes.replace({ cancel: cancelOf('os-1'), place: resting('os-2') })).toMatchObject({
      cancel: { kind: 'cancelled', order: { clientOrderId: 'os-1', status: 'cancelled' } },
      place: { kind: 'accepted', order: { clientOrderId: 'os-2', status: 'open' } },
    });
    expect(openIds()).toEqual(['os-2']);
  });

  it('does not place where the old order is gone: it may have been filled', async () => {
    expect(await changes.replace({ cancel: cancelOf('os-1'), place: resting('os-2') })).toMatchObject({
      cancel: { kind: 'rejected', code: -2011 },
      place: { kind: 'notAttempted' },
    });
    expect(openIds()).toEqual([]);
  });

  it('places all the same where that is asked for', async () => {
    const place = resting('os-2');
    expect(
      await changes.replace({ cancel: cancelOf('os-1'), place, ifCancelFails: 'placeAnyway' }),
    ).toMatchObject({ cancel: { kind: 'rejected', code: -2011 }, place: { kind: 'accepted' } });
    expect(openIds()).toEqual(['os-2']);
  });

  it('has lost the old order where the new one is refused', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await changes.replace({ cancel: cancelOf('os-1'), place: dear })).toMatchObject({
      cancel: { kind: 'cancelled' },
      place: { kind: 'rejected', code: -2010 },
    });
    expect(openIds()).toEqual([]);
  });

  it('may fail in both halves', async () => {
    expect(
      await changes.replace({ cancel: cancelOf('os-1'), place: dear, ifCancelFails: 'placeAnyway' }),
    ).toMatchObject({ cancel: { kind: 'rejected', code: -2011 }, place: { kind: 'rejected', code: -2010 } });
  });

  it('leaves the old order where a filter refuses the new one', async () => {
    await venue.orders.place(resting('os-1'));
    const request = {
      type: 'limit',
      side: 'buy',
      quantity: quantity(1),
      price: price(1),
      postOnly: false,
    } as const;
    expect(
      await changes.replace({ cancel: cancelOf('os-1'), place: resting('os-2', { request }) }),
    ).toMatchObject({
      cancel: { kind: 'rejected', code: null, reason: expect.stringContaining('NOTIONAL') },
      place: { kind: 'notAttempted' },
    });
    expect(openIds()).toEqual(['os-1']);
  });

  it('is in doubt in both halves where no answer comes', async () => {
    await venue.orders.place(resting('os-1'));
    const match = { method: 'POST', path: '/api/v3/order/cancelReplace' } as const;
    venue.exchange.faults.add({ kind: 'request', match, answer: 'drop', times: 1 });
    expect(await changes.replace({ cancel: cancelOf('os-1'), place: resting('os-2') })).toMatchObject({
      cancel: { kind: 'unknown' },
      place: { kind: 'unknown' },
    });
  });

  it('is in doubt in the half whose code says so', () => {
    const data = {
      ...{ cancelResult: 'FAILURE', newOrderResult: 'NOT_ATTEMPTED', newOrderResponse: null },
      cancelResponse: { code: -1007, msg: 'Timeout waiting for response from backend server.' },
    };
    const refusal = { kind: 'refusal', status: 400, code: -2022, message: 'failed', data } as const;
    expect(replaceAnswer(refusal, bitcoin(), 'os-1')).toMatchObject({
      cancel: { kind: 'unknown' },
      place: { kind: 'notAttempted' },
    });
  });
});

describe('an order that is made smaller', () => {
  it('keeps its name', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await changes.amendDown('BTCUSDT', 'os-1', quantity(4_000))).toMatchObject({
      ...{ kind: 'amended', order: { clientOrderId: 'os-1', quantity: 4_000, status: 'open' } },
    });
  });

  it('cannot be made larger', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await changes.amendDown('BTCUSDT', 'os-1', quantity(40_000))).toMatchObject({ kind: 'rejected' });
  });
});

describe('the open orders', () => {
  it('are those of a market, or of all', async () => {
    await venue.orders.place(resting('os-1'));
    const expected = {
      kind: 'read',
      value: { orders: [{ clientOrderId: 'os-1', quantity: 10_000 }], elsewhere: [] },
    };
    expect(await open.read('BTCUSDT')).toMatchObject(expected);
    expect(await open.read()).toMatchObject(expected);
    expect(await open.read('ETHUSDT')).toEqual({ kind: 'read', value: { orders: [], elsewhere: [] } });
  });

  it('are told by name where their market is not known', async () => {
    await venue.orders.place(resting('os-1'));
    const markets = { get: () => undefined, known: (symbol: string) => venue.markets.known(symbol) };
    expect(await new OpenOrders({ rest: venue.rest, markets }).read()).toMatchObject({
      value: { orders: [], elsewhere: ['os-1'] },
    });
  });

  it('are unread, and not none, where the exchange does not answer', async () => {
    venue.exchange.faults.add({ kind: 'request', match: { path: '/api/v3/openOrders' }, answer: 'drop' });
    expect(await open.read('BTCUSDT')).toMatchObject({ kind: 'unread' });
  });

  it('are taken back at once, and where there are none nothing is', async () => {
    await venue.orders.place(resting('os-1'));
    await venue.orders.place(resting('os-2'));
    const answer = await open.cancelAll('BTCUSDT');
    expect(answer).toMatchObject({
      kind: 'cancelled',
      orders: [{ status: 'cancelled' }, { status: 'cancelled' }],
    });
    expect(openIds()).toEqual([]);
    expect(await open.cancelAll('BTCUSDT')).toEqual({ kind: 'cancelled', orders: [] });
  });

  it('have their lists', async () => {
    const hand = venue.exchange.world.exchange.market('BTCUSDT');
    const now = venue.exchange.world.marketTime.now();
    hand.place('sell', price(4_000_000), quantity(100), now);
    hand.take('buy', price(4_000_000), quantity(1), now);
    await venue.orders.placePair({
      ...{ kind: 'placePair', time: 0, strategyId: 'test', symbol: 'BTCUSDT', reason: 'protect' },
      stop: {
        clientOrderId: 'os-2',
        request: { type: 'stop', side: 'sell', quantity: quantity(10_000), stopPrice: price(3_500_000) },
      },
      target: {
        clientOrderId: 'os-3',
        request: {
          type: 'limit',
          side: 'sell',
          quantity: quantity(10_000),
          price: price(4_500_000),
          postOnly: false,
        },
      },
    });
    const reading = await open.readLists();
    expect(reading).toMatchObject({ kind: 'read', value: [{ symbol: 'BTCUSDT' }] });
    expect(reading.kind === 'read' && [...(reading.value[0]?.clientOrderIds ?? [])].sort()).toEqual([
      'os-2',
      'os-3',
    ]);
    expect(await open.cancelAll('BTCUSDT')).toMatchObject({ kind: 'cancelled', orders: [{}, {}] });
  });
});

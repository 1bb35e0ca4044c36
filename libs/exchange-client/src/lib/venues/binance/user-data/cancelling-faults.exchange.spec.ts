import { amount, quantity } from '@org/domain';
import {
  expectAtMostOnce,
  expectBalancesAsBooked,
  expectFillsAsBooked,
  expectInvariants,
  expectOpenAsBooked,
} from '../../../../../test/account-invariants.ts';
import { AccountStory } from '../../../../../test/account-story.ts';
import { cancelOf, resting } from '../../../../../test/local-venue.ts';
import { isTooLate } from '../orders/binance-orders.ts';

let story: AccountStory;
beforeEach(async () => {
  story = await AccountStory.open();
});
afterEach(() => story.close());

const CANCEL = { method: 'DELETE', path: '/api/v3/order' } as const;
const OPEN_ORDERS = { method: 'GET', path: '/api/v3/openOrders' } as const;
const REPORTS = { fields: { e: 'executionReport' } };

describe('B1 a cancel that comes after the fill', () => {
  it('B1 is too late, and the fill is booked (I1 I2)', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: { account: 'me' }, what: 'drop' });
    story.trade('sell', 2_000_000, 10_000);
    expect(isTooLate(await story.binance.orders.cancel(cancelOf('os-1')))).toBe(true);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted']);
    await story.hears('orderFilled');
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 10000']);
    expectAtMostOnce(story, [resting('os-1')]);
    expectFillsAsBooked(story);
    await expectOpenAsBooked(story);
  });
});

describe('B2 a partial fill that only the cancel tells', () => {
  it('B2 is asked for, and told before the cancel (I2 I3)', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: REPORTS, what: 'drop' });
    story.trade('sell', 2_000_000, 4_000);
    await story.binance.orders.cancel(cancelOf('os-1'));
    await story.hears('orderCancelled');
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderCancelled']);
    await expectInvariants(story, [resting('os-1')]);
  });
});

describe('B3 a cancel whose answer is lost', () => {
  it.each([
    ['has been done', true, 'cancelled'],
    ['has not been done', false, 'open'],
  ])('B3 and that %s: only asking tells (I1 I4)', async (_, isDone, status) => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: REPORTS, what: 'drop' });
    story.fault({ kind: 'request', match: CANCEL, answer: 'drop', isDone, times: 1 });
    expect(await story.binance.orders.cancel(cancelOf('os-1'))).toMatchObject({ kind: 'unknown' });
    await story.quiet();
    expect(story.binance.userData.order('BTCUSDT', 'os-1')).toMatchObject({ status });
    await expectInvariants(story, [resting('os-1')]);
  });
});

describe('B4 a replacement that is half done', () => {
  const dear = resting('os-2', {
    request: { type: 'market', side: 'sell', quantity: quantity(1_000_000) },
    purpose: 'exit',
  });

  it('B4 takes the old order back and has no new one: both are told (I1 I4)', async () => {
    await story.binance.orders.place(resting('os-1'));
    expect(await story.binance.changes.replace({ cancel: cancelOf('os-1'), place: dear })).toMatchObject({
      ...{ cancel: { kind: 'cancelled' }, place: { kind: 'rejected', code: -2010 } },
    });
    await story.quiet();
    expect([story.storyOf('os-1'), story.storyOf('os-2')]).toEqual([
      ['orderAccepted', 'orderCancelled'],
      ['orderRejected'],
    ]);
    await expectInvariants(story, [resting('os-1'), dear]);
  });

  it('B4 does not place where the old order was filled meanwhile (I1)', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.trade('sell', 2_000_000, 10_000);
    const answer = await story.binance.changes.replace({ cancel: cancelOf('os-1'), place: resting('os-2') });
    expect(answer).toMatchObject({ cancel: { code: -2011 }, place: { kind: 'notAttempted' } });
    expect(story.storyOf('os-2')).toEqual(['orderRejected']);
    await expectInvariants(story, [resting('os-1'), resting('os-2')]);
  });

  it('B4 whose answer is lost is in doubt in both halves, until both are told (I1)', async () => {
    await story.binance.orders.place(resting('os-1'));
    const match = { method: 'POST', path: '/api/v3/order/cancelReplace' } as const;
    story.fault({ kind: 'request', match, answer: 'drop', times: 1 });
    const answer = await story.binance.changes.replace({ cancel: cancelOf('os-1'), place: resting('os-2') });
    expect(answer).toMatchObject({ cancel: { kind: 'unknown' }, place: { kind: 'unknown' } });
    await story.hears('orderAccepted', 2);
    await story.hears('orderCancelled');
    await expectInvariants(story, [resting('os-1'), resting('os-2')]);
  });
});

describe('B5 another program on our account', () => {
  it('B5 takes our order back: it is told as ours (I3 I4)', async () => {
    await story.binance.orders.place(resting('os-1'));
    const other = await story.other();
    await other.binance.orders.cancel(cancelOf('os-1'));
    await story.hears('orderCancelled');
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderCancelled']);
    expect(other.storyOf('os-1')).toEqual(['foreignOrder']);
    await other.leave();
    await expectInvariants(story, [resting('os-1')]);
  });

  it('B5 trades: its orders are foreign, told once, and the balances are the exchange’s (I3 I4)', async () => {
    const other = await story.other();
    await other.binance.orders.place(resting('x-1'));
    story.trade('sell', 2_000_000, 4_000);
    story.trade('sell', 2_000_000, 6_000);
    await other.hears('orderFilled', 2);
    await story.quiet();
    expect(story.storyOf('x-1')).toEqual(['foreignOrder']);
    expect(story.of('foreignOrder')).toMatchObject([{ side: 'buy', quantity: 10_000, symbol: 'BTCUSDT' }]);
    await other.leave();
    expectFillsAsBooked(story);
    await expectBalancesAsBooked(story);
    await expectOpenAsBooked(story);
  });

  it('B5 that bears our prefix is one of us: its orders are adopted (I2 I3 I4)', async () => {
    const twin = await AccountStory.before(story.exchange);
    await twin.binance.orders.place(resting('os-7'));
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('orderFilled');
    expect(story.storyOf('os-7')).toEqual(['orderAccepted', 'orderFilled 10000']);
    await twin.leave();
    await expectInvariants(story, [resting('os-7')]);
  });

  it('B5 money that comes in from outside is told (I3)', async () => {
    const { exchange, marketTime } = story.exchange.world;
    exchange.deposit('me', 'ETH', amount(300_000_000n), marketTime.now());
    story.exchange.advance(1);
    await story.quiet();
    expect(story.of('balanceSet').at(-1)).toMatchObject({ asset: 'ETH', free: 300_000_000n });
    await expectBalancesAsBooked(story);
  });
});

describe('B6 a list of open orders that is stale', () => {
  it('B6 still has an order that is filled: it brings it not back (I4)', async () => {
    await story.binance.orders.place(resting('os-1'));
    const { openOrders: body } = await story.state();
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('orderFilled');
    story.fault({ kind: 'request', match: OPEN_ORDERS, answer: { status: 200, body: [...body] } });
    story.fault({ kind: 'connection', what: 'cut' });
    await story.hears('connectionRestored');
    expect(await story.binance.openOrders.read('BTCUSDT')).toMatchObject({
      value: { orders: [{ status: 'open' }] },
    });
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 10000']);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('B6 still has an order that was cancelled before it had traded: it brings it not back (I4)', async () => {
    await story.binance.orders.place(resting('os-1'));
    const { openOrders: body } = await story.state();
    await story.binance.orders.cancel(cancelOf('os-1'));
    story.fault({ kind: 'request', match: OPEN_ORDERS, answer: { status: 200, body } });
    story.fault({ kind: 'connection', what: 'cut' });
    await story.hears('connectionRestored');
    expect(story.binance.userData.order('BTCUSDT', 'os-1')).toMatchObject({ status: 'cancelled' });
    await expectInvariants(story, [resting('os-1')]);
  });

  it('B6 lacks an order that is open: it does not end it (I4)', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'request', match: OPEN_ORDERS, answer: { status: 200, body: [] } });
    story.fault({ kind: 'connection', what: 'cut' });
    await story.hears('connectionRestored');
    expect(story.storyOf('os-1')).toEqual(['orderAccepted']);
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('orderFilled');
    await expectInvariants(story, [resting('os-1')]);
  });
});

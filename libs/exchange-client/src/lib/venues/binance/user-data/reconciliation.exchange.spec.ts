import { expectInvariants, expectOpenAsBooked } from '../../../../../test/account-invariants.ts';
import { AccountStory } from '../../../../../test/account-story.ts';
import { cancelOf, resting } from '../../../../../test/local-venue.ts';

let story: AccountStory;
beforeEach(async () => {
  story = await AccountStory.open();
});
afterEach(() => story.close());

const QUERY = { method: 'GET', path: '/api/v3/order' } as const;
/** A second program of ours, which this one has not heard of. */
const twin = () => AccountStory.before(story.exchange);
/** Lets the connection be lost, and waits until all is well again. */
const reconnect = async (times = 1) => {
  story.fault({ kind: 'connection', what: 'cut' });
  await story.hears('connectionRestored', times);
};

describe('what nobody has heard of', () => {
  it('B7 an order of ours that is open is found (I4)', async () => {
    story.stop();
    const other = await twin();
    await other.binance.orders.place(resting('os-7'));
    await other.leave();
    story.listen();
    await story.hears('reconciled', 2);
    expect(story.storyOf('os-7')).toEqual(['orderAccepted']);
    await expectInvariants(story, [resting('os-7')]);
  });

  it('F2 an order of ours that came and was filled meanwhile is told by its trades (I2)', async () => {
    story.stop();
    const other = await twin();
    await other.binance.orders.place(resting('os-7'));
    story.trade('sell', 2_000_000, 10_000);
    await other.hears('orderFilled');
    await other.leave();
    story.fault({ kind: 'request', match: QUERY, answer: 'drop', times: 1 });
    story.listen();
    await story.hears('reconciled', 2);
    expect(story.storyOf('os-7')).toEqual(['orderAccepted', 'orderFilled 10000']);
    await expectInvariants(story, [resting('os-7')]);
  });
});

describe('an order that is listed no more', () => {
  it.each([
    [{ status: 400, body: { code: -2013, msg: 'Order does not exist.' } }, ['orderAccepted']],
    [{ status: 400, body: { code: -2026, msg: 'Order was archived.' } }, ['orderAccepted', 'orderCancelled']],
  ])('is open until something says otherwise: %j', async (answer, told) => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: { account: 'me' }, what: 'drop' });
    const { exchange, marketTime } = story.exchange.world;
    const name = { accountId: 'me', symbol: 'BTCUSDT', orderId: null, clientOrderId: 'os-1' };
    exchange.cancel({ ...name, cancelId: 'theirs', only: null }, marketTime.now());
    story.exchange.advance(1);
    story.fault({ kind: 'request', match: QUERY, answer, times: 1 });
    await reconnect();
    expect(story.storyOf('os-1')).toEqual(told);
    await reconnect(2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderCancelled']);
    await expectOpenAsBooked(story);
  });

  it('keeps all from being called well where it cannot be asked for', async () => {
    await story.binance.orders.place(resting('os-1'));
    const other = await story.other();
    story.stop();
    await other.binance.orders.cancel(cancelOf('os-1'));
    await other.leave();
    const busy = { status: 400, body: { code: -1100, msg: 'Illegal characters.' } };
    story.fault({ kind: 'request', match: QUERY, answer: busy, times: 1 });
    story.fault({ kind: 'request', match: QUERY, answer: 'drop', times: 1 });
    story.listen();
    await story.hears('reconciled', 2);
    expect(story.notices.filter(({ kind }) => kind === 'notReconciled').length).toBe(2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderCancelled']);
    await expectInvariants(story, [resting('os-1')]);
  });
});

describe('balances that cannot be read', () => {
  it('F2 keep all from being called well (I3)', async () => {
    story.fault({ kind: 'request', match: { path: '/api/v3/account' }, answer: 'drop', times: 2 });
    await reconnect();
    expect(story.notices.filter(({ kind }) => kind === 'notReconciled').length).toBe(2);
    await expectInvariants(story);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { quantity } from '@org/domain';
import { expectBalancesAsBooked, expectInvariants } from '../../../../../test/account-invariants.ts';
import { AccountStory } from '../../../../../test/account-story.ts';
import { cancelOf, resting } from '../../../../../test/local-venue.ts';
import { privateKeySigner } from '../../../signing/signer.ts';

/** Later than anything that a test does meanwhile. */
const LATE_MS = 300;
const FIVE_MINUTES_MS = 300_000;
const WORK_IS_OVER = ['connectionLost', 'reconciled', 'connectionRestored'];

let story: AccountStory;
beforeEach(async () => {
  story = await AccountStory.open();
});
afterEach(() => story.close());

const kinds = () => story.told.map(({ kind }) => kind);
/** What was told of the connection and of nothing else. */
const ofConnection = () => kinds().filter((kind) => WORK_IS_OVER.includes(kind));
/** How often the exchange was asked for something by a method of the WebSocket API. */
const counted = (socketMethod: string) => {
  const id = story.fault({ kind: 'request', match: { socketMethod } });
  return () => story.exchange.faults.list().find((fault) => fault.id === id)?.struck ?? 0;
};
const market = (side: 'buy' | 'sell', lots: number) =>
  ({ type: 'market', side, quantity: quantity(lots) }) as const;

describe('an account that is heard', () => {
  it('first tells what there is', async () => {
    expect(kinds()).toEqual(['balanceSet', 'balanceSet', 'balanceSet', 'reconciled']);
    await expectBalancesAsBooked(story);
  });

  it('tells of an order that rests, is filled in two parts, and is over', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.trade('sell', 2_000_000, 4_000);
    story.trade('sell', 2_000_000, 6_000);
    await story.hears('orderFilled', 2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderFilled 6000']);
    expect(story.of('orderFilled').map(({ complete }) => complete)).toEqual([false, true]);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('tells of a cancel once, whether the answer or the event comes first', async () => {
    await story.binance.orders.place(resting('os-1'));
    await story.binance.orders.cancel(cancelOf('os-1'));
    await expectInvariants(story, [resting('os-1')]);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderCancelled']);
  });

  it('tells of an order that the exchange refuses', async () => {
    const request = { ...market('sell', 1_000_000) };
    await story.binance.orders.place(resting('os-1', { request }));
    expect(story.storyOf('os-1')).toEqual(['orderRejected']);
    expect(story.of('orderRejected')[0]?.reason).toContain('insufficient balance');
    await expectInvariants(story, [resting('os-1')]);
  });

  it('tells a taker the sequence of §11: accepted, each fill, the end, and then what it has', async () => {
    story.rest('sell', 4_000_000, 1_000);
    story.rest('sell', 4_100_000, 2_000);
    const from = story.told.length;
    await story.binance.orders.place(resting('os-1', { request: market('buy', 10_000) }));
    await story.quiet();
    expect(kinds().slice(from)).toEqual([
      ...['orderAccepted', 'orderFilled', 'orderFilled', 'orderExpired', 'balanceSet', 'balanceSet'],
    ]);
    expect(
      story.of('orderFilled').map(({ price: at, quantity: lots, complete }) => [at, lots, complete]),
    ).toEqual([
      [4_000_000, 1_000, false],
      [4_100_000, 2_000, false],
    ]);
    expect(story.of('orderExpired')).toMatchObject([{ reason: 'INSUFFICIENT_LIQUIDITY' }]);
    await expectInvariants(story, [resting('os-1', { request: market('buy', 10_000) })]);
  });

  it('ends with its last listener, and begins again with the next', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.stop();
    expect(story.binance.userData.isHealthy).toBe(false);
    story.trade('sell', 2_000_000, 4_000);
    story.listen();
    await story.hears('reconciled', 2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000']);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('is over when the client is closed', async () => {
    const ended = new Promise<void>((complete) =>
      story.binance.userData.orderEvents$.subscribe({ complete }),
    );
    await story.binance.close();
    await ended;
    expect(story.binance.userData.isHealthy).toBe(false);
    while (story.exchange.sockets.connections.length > 0) await story.state();
  });

  it.each([60_000, -60_000])('is heard by a clock that is %i ms off', async (clockErrorMs) => {
    const other = await AccountStory.before(story.exchange, { clockErrorMs });
    expect(other.binance.userData.isHealthy).toBe(true);
    await other.leave();
  });
});

describe('F1 the listenKey API is gone', () => {
  it('F1 the exchange answers it with 410, and we subscribe over the WebSocket API', async () => {
    const gone = await fetch(`${story.exchange.restUrl}/api/v3/userDataStream`, { method: 'POST' });
    expect(gone.status).toBe(410);
    expect(story.binance.userData.isHealthy).toBe(true);
  });

  it.each(['rsa', 'ed25519'] as const)('F1 by a key of type %s too', async (type) => {
    const { publicKey, privateKey } =
      type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const own = await AccountStory.open({
      signer: privateKeySigner('p'.repeat(64), pem),
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    });
    await own.binance.orders.place(resting('os-1'));
    own.trade('sell', 2_000_000, 10_000);
    await own.hears('orderFilled');
    await expectInvariants(own, [resting('os-1')]);
    // Once more, over a connection of its own.
    own.fault({ kind: 'connection', what: 'cut' });
    await own.hears('connectionRestored');
    await own.close();
  });
});

describe('F2 a socket that drops', () => {
  it('F2 is told, subscribed anew, and everything missed is told before all is called well', async () => {
    for (const id of ['os-1', 'os-2', 'os-3']) await story.binance.orders.place(resting(id));
    const subscribed = counted('userDataStream.subscribe.signature');
    const from = story.told.length;
    story.fault({ kind: 'connection', what: 'cut' });
    story.trade('sell', 2_000_000, 14_000);
    const name = { accountId: 'me', symbol: 'BTCUSDT', orderId: null, clientOrderId: 'os-3' };
    const { exchange, marketTime } = story.exchange.world;
    exchange.cancel({ ...name, cancelId: 'theirs', only: null }, marketTime.now());
    story.exchange.advance(1);
    await story.hears('connectionRestored');
    expect(subscribed()).toBe(1);
    const told = kinds().slice(from);
    expect([told[0], ...told.slice(-2)]).toEqual(WORK_IS_OVER);
    expect([told.filter((kind) => kind === 'orderFilled').length, told.includes('orderCancelled')]).toEqual([
      2,
      true,
    ]);
    await expectInvariants(story, [resting('os-1')], [resting('os-2')], [resting('os-3')]);
  });

  it('F2 signs anew: by a clock that has jumped the old signature would be refused', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'clock', aheadMs: 90_000 });
    story.fault({ kind: 'connection', what: 'cut' });
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('connectionRestored');
    expect(story.notices).toContainEqual(expect.objectContaining({ kind: 'refused', code: -1021 }));
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F2 believes the next answer about the time where its own was refused, though an earlier one came quicker', async () => {
    await story.binance.rest.synchronise();
    story.fault({ kind: 'request', match: { path: '/api/v3/time' }, delayAfterMs: 20 });
    story.fault({ kind: 'clock', aheadMs: 90_000 });
    story.fault({ kind: 'connection', what: 'cut' });
    await story.until(() => story.notices.some(({ kind }) => kind === 'refused'));
    await story.quiet();
    const { protocolTime } = story.exchange.world;
    expect(Math.abs(story.binance.time.nowMs() - protocolTime.now())).toBeLessThan(1000);
  });

  it('F2 is not called well while the exchange does not answer what was missed', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'request', match: { path: '/api/v3/myTrades' }, answer: 'drop', times: 3 });
    story.fault({ kind: 'connection', what: 'cut' });
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('connectionRestored');
    const failures = story.notices.flatMap((notice) =>
      notice.kind === 'notReconciled' ? notice.failures : [],
    );
    expect(failures).toEqual([1, 2, 3]);
    expect(ofConnection()).toEqual(['reconciled', ...WORK_IS_OVER]);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F2 is told each time', async () => {
    for (const times of [1, 2, 3]) {
      story.fault({ kind: 'connection', what: 'cut' });
      await story.hears('connectionRestored', times);
    }
    expect(ofConnection()).toEqual(['reconciled', ...WORK_IS_OVER, ...WORK_IS_OVER, ...WORK_IS_OVER]);
  });
});

describe('F3 a subscription that the exchange ends', () => {
  it('F3 is made anew, and what was missed is told', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'connection', what: 'endUserData' });
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('connectionRestored');
    expect(ofConnection()).toEqual(['reconciled', ...WORK_IS_OVER]);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F3 with a key that was taken back is told with its code, until the key is there again', async () => {
    await story.binance.orders.place(resting('os-1'));
    const { keys } = story.exchange.world;
    const key = keys.find('k'.repeat(64));
    keys.remove('k'.repeat(64));
    story.trade('sell', 2_000_000, 10_000);
    await story.until(() => story.notices.some(({ kind }) => kind === 'refused'));
    expect(story.notices).toContainEqual(expect.objectContaining({ kind: 'refused', code: -2015 }));
    if (key !== undefined) keys.add(key);
    await story.hears('connectionRestored');
    await expectInvariants(story, [resting('os-1')]);
  });
});

const TRADE = { fields: { e: 'executionReport', x: 'TRADE' } };

describe('F4 an event that is lost', () => {
  it('F4 is noticed by the next one, and told before it', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: TRADE, what: 'drop', times: 1 });
    story.trade('sell', 2_000_000, 3_000);
    story.trade('sell', 2_000_000, 4_000);
    await story.hears('orderFilled', 2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 3000', 'orderFilled 4000']);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F4 is noticed by the end of its order', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: TRADE, what: 'drop', times: 2 });
    story.trade('sell', 2_000_000, 3_000);
    story.trade('sell', 2_000_000, 4_000);
    const other = await story.other();
    await other.binance.orders.cancel(cancelOf('os-1'));
    await story.hears('orderCancelled');
    expect(story.storyOf('os-1')).toEqual([
      ...['orderAccepted', 'orderFilled 3000', 'orderFilled 4000', 'orderCancelled'],
    ]);
    await other.leave();
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F4 is asked for until the exchange lists its trade', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: TRADE, what: 'drop', times: 1 });
    const match = { path: '/api/v3/myTrades' };
    story.fault({ kind: 'request', match, answer: { status: 200, body: [] }, times: 2 });
    story.fault({ kind: 'request', match, answer: 'drop', times: 1 });
    story.trade('sell', 2_000_000, 3_000);
    story.trade('sell', 2_000_000, 4_000);
    await story.hears('orderFilled', 2);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F4 where nothing follows it is found by the next look at everything', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: { account: 'me' }, what: 'drop' });
    story.trade('sell', 2_000_000, 10_000);
    await story.quiet();
    expect(story.storyOf('os-1')).toEqual(['orderAccepted']);
    story.exchange.faults.clear();
    story.clock.comeDue(FIVE_MINUTES_MS);
    await story.hears('reconciled', 2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 10000']);
    await expectInvariants(story, [resting('os-1')]);
  });
});

describe('F5 an event that comes twice', () => {
  it('F5 counts once', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.fault({ kind: 'event', match: { account: 'me' }, what: 'duplicate' });
    story.trade('sell', 2_000_000, 3_000);
    story.trade('sell', 2_000_000, 7_000);
    await expectInvariants(story, [resting('os-1')]);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 3000', 'orderFilled 7000']);
  });

  it('F5 counts once while one connection takes over from another, and nothing is called lost', async () => {
    await story.binance.orders.place(resting('os-1'));
    const match = { socketMethod: 'userDataStream.subscribe.signature' };
    const overlap = story.struck({ kind: 'request', match, delayAfterMs: LATE_MS, times: 1 });
    story.fault({ kind: 'connection', what: 'shutdown' });
    await overlap;
    expect(story.exchange.sockets.connections.length).toBe(2);
    story.trade('sell', 2_000_000, 3_000);
    await story.until(() => story.notices.some(({ kind }) => kind === 'renewed'));
    story.trade('sell', 2_000_000, 7_000);
    await story.hears('reconciled', 2);
    await expectInvariants(story, [resting('os-1')]);
    expect(ofConnection()).toEqual(['reconciled', 'reconciled']);
  });

  it('F5 counts once over a restart, and what happened meanwhile is told', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.trade('sell', 2_000_000, 3_000);
    await story.hears('orderFilled');
    // As it comes back from a disk.
    const memory: typeof story.binance.userData.memory = JSON.parse(
      JSON.stringify(story.binance.userData.memory),
    );
    await story.leave();
    story.trade('sell', 2_000_000, 2_000);
    const after = await AccountStory.before(story.exchange, { userData: { memory } });
    after.trade('sell', 2_000_000, 5_000);
    await after.hears('orderFilled', 2);
    expect([...story.storyOf('os-1'), ...after.storyOf('os-1')]).toEqual([
      ...['orderAccepted', 'orderFilled 3000', 'orderFilled 2000', 'orderFilled 5000'],
    ]);
    after.told.unshift(...story.told);
    await expectInvariants(after, [resting('os-1')]);
    await after.leave();
  });

  it('F5 without a memory a restart tells nothing of what was traded before, and of what rests what is new', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.trade('sell', 2_000_000, 3_000);
    await story.leave();
    const after = await AccountStory.before(story.exchange);
    after.trade('sell', 2_000_000, 7_000);
    await after.hears('orderFilled');
    expect(after.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 7000']);
    await expectBalancesAsBooked(after);
    await after.leave();
  });
});

import { quantity } from '@org/domain';
import {
  expectBalancesExplained,
  expectFillsAsBooked,
  expectInvariants,
} from '../../../../../test/account-invariants.ts';
import { AccountStory } from '../../../../../test/account-story.ts';
import { resting } from '../../../../../test/local-venue.ts';

/** Later than anything that a test does meanwhile. */
const LATE_MS = 300;
const TRADE = { fields: { e: 'executionReport', x: 'TRADE' } };
const market = (side: 'buy' | 'sell', lots: number) =>
  ({ type: 'market', side, quantity: quantity(lots) }) as const;

let story: AccountStory;
beforeEach(async () => {
  story = await AccountStory.open();
});
afterEach(() => story.close());

describe('F6 events out of order', () => {
  it('F6 a start that comes after the fill brings nothing back', async () => {
    story.rest('sell', 4_000_000, 10_000);
    story.fault({ kind: 'event', match: { fields: { x: 'NEW' } }, what: 'swap', times: 1 });
    const request = market('buy', 10_000);
    await story.binance.orders.place(resting('os-1', { request }));
    await expectInvariants(story, [resting('os-1', { request })]);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 10000']);
  });

  it('F6 fills that change places are told in their order', async () => {
    await story.binance.orders.place(resting('os-1'));
    // The first comes last, and no question brings it sooner.
    story.fault({ kind: 'event', match: TRADE, what: 'delay', delayMs: LATE_MS, times: 1 });
    story.fault({ kind: 'request', match: { path: '/api/v3/myTrades' }, isDone: false, answer: 'drop' });
    story.trade('sell', 2_000_000, 3_000);
    story.trade('sell', 2_000_000, 7_000);
    await story.hears('orderFilled', 2);
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 3000', 'orderFilled 7000']);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('F6 an older answer that comes after the end changes nothing', async () => {
    await story.binance.orders.place(resting('os-1'));
    const match = { method: 'GET', path: '/api/v3/order' } as const;
    const underWay = story.struck({ kind: 'request', match, delayAfterMs: LATE_MS, times: 1 });
    const asked = story.binance.orders.query('BTCUSDT', 'os-1');
    await underWay;
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('orderFilled');
    expect(await asked).toMatchObject({ order: { status: 'open', filled: 0 } });
    await expectInvariants(story, [resting('os-1')]);
    expect(story.binance.userData.order('BTCUSDT', 'os-1')).toMatchObject({
      status: 'filled',
      filled: 10_000,
    });
  });
});

describe('F7 events that name only the balances that have changed', () => {
  it('F7 leave the others as they are', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('orderFilled');
    await expectInvariants(story, [resting('os-1')]);
    const last = story
      .of('balanceSet')
      .slice(-2)
      .map(({ asset }) => asset);
    expect(last.sort()).toEqual(['BTC', 'USDT']);
    expect(story.of('balanceSet').filter(({ asset }) => asset === 'BNB')).toMatchObject([
      { free: 1_000_000_000n },
    ]);
  });

  it('F7 and what is all gone is told as nothing', async () => {
    story.rest('buy', 4_000_000, 1_000_000);
    story.fault({ kind: 'event', match: { account: 'me' }, what: 'drop' });
    const request = market('sell', 100_000);
    await story.binance.orders.place(resting('os-1', { request, purpose: 'exit' }));
    story.exchange.faults.clear();
    story.fault({ kind: 'connection', what: 'cut' });
    await story.hears('connectionRestored');
    await story.quiet();
    expect(
      story
        .of('balanceSet')
        .filter(({ asset }) => asset === 'BTC')
        .at(-1),
    ).toMatchObject({ free: 0n, locked: 0n });
    expectFillsAsBooked(story);
    expectBalancesExplained(story);
  });
});

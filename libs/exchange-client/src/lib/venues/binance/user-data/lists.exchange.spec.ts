import type { PlaceList, PlacePair } from '@org/domain';
import { price, quantity } from '@org/domain';
import { expectInvariants } from '../../../../../test/account-invariants.ts';
import { AccountStory } from '../../../../../test/account-story.ts';

let story: AccountStory;
beforeEach(async () => {
  story = await AccountStory.open();
  // A last price of 40,000.
  story.rest('sell', 4_000_000, 1);
  story.trade('buy', 4_000_000, 1);
});
afterEach(() => story.close());

const size = quantity(10_000);
const PAIR: PlacePair = {
  ...{ kind: 'placePair', time: 0, strategyId: 'test', symbol: 'BTCUSDT', reason: 'protect' },
  stop: {
    clientOrderId: 'os-2',
    request: { type: 'stop', side: 'sell', quantity: size, stopPrice: price(3_500_000) },
  },
  target: {
    clientOrderId: 'os-3',
    request: { type: 'limit', side: 'sell', quantity: size, price: price(4_500_000), postOnly: false },
  },
};
const BRACKET: PlaceList = {
  ...{ kind: 'placeList', time: 0, strategyId: 'test', symbol: 'BTCUSDT', listClientOrderId: 'list-1' },
  ...{ purpose: 'entry', reason: 'to see what happens' },
  list: {
    type: 'otoco',
    working: {
      clientOrderId: 'os-1',
      request: { type: 'limit', side: 'buy', quantity: size, price: price(3_800_000), postOnly: false },
    },
    pair: {
      ...{ side: 'sell', quantity: quantity(9_000) },
      target: { clientOrderId: 'os-3', price: price(4_500_000) },
      stop: { clientOrderId: 'os-2', stopPrice: price(3_500_000) },
    },
  },
};

describe('the orders of a list, as they are heard', () => {
  it('of a pair: the target trades, and the stop expires', async () => {
    await story.binance.orders.placePair(PAIR);
    story.trade('buy', 4_500_000, 10_000);
    await story.hears('orderExpired');
    expect([story.storyOf('os-2'), story.storyOf('os-3')]).toEqual([
      ['orderAccepted', 'orderExpired'],
      ['orderAccepted', 'orderFilled 10000'],
    ]);
    expect(story.of('orderExpired')).toMatchObject([{ reason: 'OCO_TRIGGER' }]);
    await expectInvariants(story);
  });

  it('A1 of a pair whose answer is lost: both are in doubt, and both are found', async () => {
    const match = { method: 'POST', path: '/api/v3/orderList/oco' } as const;
    story.fault({ kind: 'request', match, answer: 'drop', times: 1 });
    story.fault({ kind: 'event', match: { account: 'me' }, what: 'drop' });
    expect(await story.binance.orders.placePair(PAIR)).toMatchObject([
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
    await story.hears('orderAccepted', 2);
    expect([story.storyOf('os-2'), story.storyOf('os-3')]).toEqual([
      ['orderUnknown', 'orderAccepted'],
      ['orderUnknown', 'orderAccepted'],
    ]);
  });

  it('of an entry that triggers a pair: the entry is filled, and both of the pair are there', async () => {
    expect(await story.binance.lists.placeList(BRACKET)).toMatchObject({ kind: 'accepted' });
    expect(story.binance.userData.order('BTCUSDT', 'os-3')).toMatchObject({ status: 'waiting' });
    story.trade('sell', 3_800_000, 10_000);
    await story.hears('orderFilled');
    await story.quiet();
    expect(story.binance.userData.order('BTCUSDT', 'os-3')).toMatchObject({ status: 'open' });
    expect(['os-1', 'os-2', 'os-3'].map((id) => story.storyOf(id))).toEqual([
      ['orderAccepted', 'orderFilled 10000'],
      ['orderAccepted'],
      ['orderAccepted'],
    ]);
    await expectInvariants(story);
  });

  it('of a list that the exchange refuses are rejected, every one', async () => {
    const match = { method: 'POST', path: '/api/v3/orderList/otoco' } as const;
    const answer = { status: 400, body: { code: -2010, msg: 'Account has insufficient balance.' } };
    story.fault({ kind: 'request', match, answer, isDone: false, times: 1 });
    expect(await story.binance.lists.placeList(BRACKET)).toMatchObject({ kind: 'rejected' });
    expect(['os-1', 'os-2', 'os-3'].map((id) => story.storyOf(id))).toEqual([
      ...[['orderRejected'], ['orderRejected'], ['orderRejected']],
    ]);
    await expectInvariants(story);
  });
});

import type { PlaceOrder } from '@org/domain';
import { amount, quantity } from '@org/domain';
import { expectInvariants } from '../../../../../test/account-invariants.ts';
import { AccountStory } from '../../../../../test/account-story.ts';
import { cancelOf, resting } from '../../../../../test/local-venue.ts';

let story: AccountStory;
beforeEach(async () => {
  story = await AccountStory.open();
});
afterEach(() => story.close());

const PLACE = { method: 'POST', path: '/api/v3/order' } as const;
const QUERY = { method: 'GET', path: '/api/v3/order' } as const;
const REPORTS = { fields: { e: 'executionReport' } };

const TIMEOUT = {
  status: 503,
  body: {
    code: -1007,
    msg: 'Timeout waiting for response from backend server. Send status unknown; execution status unknown.',
  },
};
const UNHEARD = { status: 400, body: { code: -2013, msg: 'Order does not exist.' } };

const market = (side: 'buy' | 'sell', lots: number): PlaceOrder['request'] => ({
  ...{ type: 'market', side, quantity: quantity(lots) },
});
const buying = (clientOrderId: string) => resting(clientOrderId, { request: market('buy', 10_000) });

/** What an intent does with an order in doubt: a second attempt, under a new name, only where the first is not there. */
async function placeSurely(first: PlaceOrder, second: PlaceOrder): Promise<readonly PlaceOrder[]> {
  const answer = await story.binance.orders.place(first);
  if (answer.kind !== 'unknown') return [first];
  const resolved = await story.binance.orders.resolve(first.symbol, first.clientOrderId);
  if (resolved.kind !== 'absent') return [first];
  await story.binance.orders.place(second);
  return [first, second];
}

describe('A1 a timeout of an order that was accepted', () => {
  it('A1 and rests: it is unknown, then found, and sent once (I1 I2)', async () => {
    story.fault({ kind: 'request', match: PLACE, answer: TIMEOUT, times: 1 });
    // Without the event only the query tells.
    story.fault({ kind: 'event', match: REPORTS, what: 'drop', times: 1 });
    const attempts = await placeSurely(resting('os-1'), resting('os-2'));
    expect(attempts.length).toBe(1);
    expect(story.storyOf('os-1')).toEqual(['orderUnknown', 'orderAccepted']);
    await expectInvariants(story, attempts);
  });

  it.each([503, 504])(
    'A1 and is filled, told by status %i: the fills are found too (I1 I2)',
    async (status) => {
      story.rest('sell', 4_000_000, 4_000);
      story.rest('sell', 4_100_000, 6_000);
      story.fault({ kind: 'request', match: PLACE, answer: { status, body: '' }, times: 1 });
      story.fault({ kind: 'event', match: REPORTS, what: 'drop' });
      const attempts = await placeSurely(buying('os-1'), buying('os-2'));
      await story.hears('orderFilled', 2);
      expect(story.storyOf('os-1')).toEqual([
        ...['orderUnknown', 'orderAccepted', 'orderFilled 4000', 'orderFilled 6000'],
      ]);
      await expectInvariants(story, attempts);
    },
  );
});

describe('A2 a timeout of an order that was not accepted', () => {
  it('A2 is absent only after the grace period, and the next attempt is the only one there (I1 I3)', async () => {
    story.fault({ kind: 'request', match: PLACE, answer: TIMEOUT, isDone: false, times: 1 });
    const attempts = await placeSurely(resting('os-1'), resting('os-2'));
    expect(attempts.length).toBe(2);
    expect([story.storyOf('os-1'), story.storyOf('os-2')]).toEqual([
      ['orderUnknown', 'orderRejected'],
      ['orderAccepted'],
    ]);
    await expectInvariants(story, attempts);
  });
});

describe('A3 an answer that is lost', () => {
  it.each([
    ['after the exchange has the order', true, 1],
    ['before the exchange has it', false, 2],
  ])('A3 %s: nothing is placed twice (I1)', async (_, isDone, attempts) => {
    story.fault({ kind: 'request', match: PLACE, answer: 'drop', isDone, times: 1 });
    const made = await placeSurely(resting('os-1'), resting('os-2'));
    expect(made.length).toBe(attempts);
    await expectInvariants(story, made);
  });
});

describe('A4 a retry that races the late accept', () => {
  it('A4 is called off by the accept on the stream, while queries still know nothing (I1)', async () => {
    story.fault({ kind: 'request', match: PLACE, answer: TIMEOUT, doneLaterMs: 20, times: 1 });
    story.fault({ kind: 'request', match: QUERY, answer: UNHEARD, delayAfterMs: 20 });
    const attempts = await placeSurely(resting('os-1'), resting('os-2'));
    expect(attempts.map(({ clientOrderId }) => clientOrderId)).toEqual(['os-1']);
    expect(story.storyOf('os-1')).toEqual(['orderUnknown', 'orderAccepted']);
    await expectInvariants(story, attempts);
  });

  it('A4 is called off by a fill on the stream (I1 I2)', async () => {
    story.rest('sell', 4_000_000, 10_000);
    story.fault({ kind: 'request', match: PLACE, answer: TIMEOUT, doneLaterMs: 20, times: 1 });
    story.fault({ kind: 'request', match: QUERY, answer: UNHEARD, delayAfterMs: 20 });
    const attempts = await placeSurely(buying('os-1'), buying('os-2'));
    expect(story.storyOf('os-1')).toEqual(['orderUnknown', 'orderAccepted', 'orderFilled 10000']);
    await expectInvariants(story, attempts);
  });
});

describe('A5 a client order id that is used again', () => {
  it('A5 is not sent again, though the exchange would take it once the first is filled (I1)', async () => {
    story.rest('sell', 4_000_000, 30_000);
    story.fault({ kind: 'request', match: PLACE, answer: 'drop', times: 1 });
    expect(await story.binance.orders.place(buying('os-1'))).toMatchObject({ kind: 'unknown' });
    expect(await story.binance.orders.place(buying('os-1'))).toMatchObject({
      ...{ kind: 'rejected', code: null, reason: expect.stringContaining('was used before') },
    });
    await story.hears('orderFilled');
    expect(story.storyOf('os-1')).toEqual([...['orderAccepted', 'orderFilled 10000']]);
    await expectInvariants(story, [buying('os-1')]);
    // That the exchange would have taken it:
    const other = await story.other();
    expect(await other.binance.orders.place(buying('os-1'))).toMatchObject({ kind: 'accepted' });
    await other.leave();
  });

  it('A5 is refused too where the first is still open, and leaves it as it is (I1)', async () => {
    await story.binance.orders.place(resting('os-1'));
    expect(await story.binance.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: null });
    expect(story.storyOf('os-1')).toEqual(['orderAccepted']);
    await expectInvariants(story, [resting('os-1')]);
  });

  it('A5 linked to one intent, a second attempt under a new name is made only after the first was asked for (I1)', async () => {
    story.rest('sell', 4_000_000, 30_000);
    story.fault({ kind: 'request', match: PLACE, answer: 'drop', times: 1 });
    const attempts = await placeSurely(buying('os-1'), buying('os-2'));
    expect(attempts.length).toBe(1);
    await expectInvariants(story, attempts);
  });
});

describe('A6 an error without a code', () => {
  it.each(['<html><h1>502 Bad Gateway</h1></html>', ''])(
    'A6 leaves the order unknown, then found: %p (I1 I9)',
    async (body) => {
      story.fault({ kind: 'request', match: PLACE, answer: { status: 502, body }, times: 1 });
      const attempts = await placeSurely(resting('os-1'), resting('os-2'));
      expect(attempts.length).toBe(1);
      await expectInvariants(story, attempts);
    },
  );
});

describe('A7 a fill that arrives before the answer', () => {
  it('A7 is told when it arrives, and the answer adds nothing (I2)', async () => {
    story.rest('sell', 4_000_000, 4_000);
    story.rest('sell', 4_100_000, 6_000);
    story.fault({ kind: 'request', match: PLACE, delayAfterMs: 300, times: 1 });
    let isAnswered = false;
    const placing = story.binance.orders.place(buying('os-1')).then((answer) => {
      isAnswered = true;
      return answer;
    });
    await story.hears('orderFilled', 2);
    expect(isAnswered).toBe(false);
    expect(await placing).toMatchObject({ kind: 'accepted', order: { status: 'filled' } });
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderFilled 6000']);
    await expectInvariants(story, [buying('os-1')]);
  });

  it('A7 and the answer, made before the fill, brings the order not back (I2 I4)', async () => {
    story.fault({ kind: 'request', match: PLACE, delayAfterMs: 300, times: 1 });
    const placing = story.binance.orders.place(resting('os-1'));
    await story.hears('orderAccepted');
    story.trade('sell', 2_000_000, 10_000);
    await story.hears('orderFilled');
    expect(await placing).toMatchObject({ kind: 'accepted', order: { status: 'open', filled: 0 } });
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 10000']);
    expect(story.binance.userData.order('BTCUSDT', 'os-1')).toMatchObject({ status: 'filled' });
    await expectInvariants(story, [resting('os-1')]);
  });
});

describe('A8 an answer whose events come late or never', () => {
  it('A8 never: its own fills are told (I2 I3)', async () => {
    story.rest('sell', 4_000_000, 4_000);
    story.rest('sell', 4_100_000, 6_000);
    story.fault({ kind: 'event', match: REPORTS, what: 'drop' });
    await story.binance.orders.place(buying('os-1'));
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderFilled 6000']);
    expect(story.of('orderFilled').map(({ complete }) => complete)).toEqual([false, true]);
    await expectInvariants(story, [buying('os-1')]);
  });

  it('A8 late: they merge by trade id (I2 I3)', async () => {
    story.rest('sell', 4_000_000, 4_000);
    story.rest('sell', 4_100_000, 6_000);
    story.fault({ kind: 'event', match: REPORTS, what: 'delay', delayMs: 30 });
    await story.binance.orders.place(buying('os-1'));
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderFilled 6000']);
    // The last of them has come when a later event has, which is delayed as long.
    await story.binance.orders.place(resting('os-2'));
    const other = await story.other();
    await other.binance.orders.cancel(cancelOf('os-2'));
    await story.hears('orderCancelled');
    await other.leave();
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderFilled 6000']);
    await expectInvariants(story, [buying('os-1')], [resting('os-2')]);
  });

  it('A8 for an amount of quote, of which the exchange alone knows how much that is (I2 I3)', async () => {
    story.rest('sell', 4_000_000, 4_000);
    story.fault({ kind: 'event', match: REPORTS, what: 'drop' });
    const request = { type: 'marketQuote', side: 'buy', quoteAmount: amount(100_000_000_000n) } as const;
    await story.binance.orders.place(resting('os-1', { request }));
    expect(story.of('orderFilled')).toMatchObject([{ quantity: 2_500, complete: true }]);
    await expectInvariants(story, [resting('os-1', { request })]);
  });
});

describe('A9 an order that cannot be asked for yet', () => {
  it('A9 is found within the grace period, and known all the time (I4)', async () => {
    story.fault({ kind: 'request', match: PLACE, answer: 'drop', times: 1 });
    story.fault({ kind: 'event', match: REPORTS, what: 'drop' });
    story.fault({ kind: 'request', match: QUERY, answer: UNHEARD, times: 3 });
    const attempts = await placeSurely(resting('os-1'), resting('os-2'));
    expect(attempts.length).toBe(1);
    await expectInvariants(story, attempts);
  });
});

describe('A10 an order that the engine refuses', () => {
  it('A10 is rejected for good, with the reason, and nothing is asked for again (I3 I9)', async () => {
    const placed = story.fault({ kind: 'request', match: PLACE });
    const dear = resting('os-1', { request: market('sell', 1_000_000), purpose: 'exit' });
    expect(await placeSurely(dear, resting('os-2'))).toEqual([dear]);
    expect(story.of('orderRejected')).toMatchObject([
      { reason: 'Account has insufficient balance for requested action.' },
    ]);
    expect(story.exchange.faults.list().find(({ id }) => id === placed)?.struck).toBe(1);
    await expectInvariants(story, [dear]);
  });
});

describe('A11 an exchange that is overloaded', () => {
  it.each([
    ['has not done it', false, 2],
    ['has done it all the same', true, 1],
  ])('A11 and %s: the order is asked for before anything else (I1)', async (_, isDone, attempts) => {
    const answer = { status: 503, body: { code: -1008, msg: 'Server is currently overloaded.' } };
    story.fault({ kind: 'request', match: PLACE, isDone, answer, times: 1 });
    const made = await placeSurely(resting('os-1'), resting('os-2'));
    expect(made.length).toBe(attempts);
    await expectInvariants(story, made);
  });
});

describe('A12 an order that the exchange expires', () => {
  it('A12 for want of others to trade with, a part is booked (I2)', async () => {
    story.rest('sell', 4_000_000, 4_000);
    await story.binance.orders.place(buying('os-1'));
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderExpired']);
    expect(story.of('orderExpired')).toMatchObject([{ reason: 'INSUFFICIENT_LIQUIDITY' }]);
    await expectInvariants(story, [buying('os-1')]);
  });

  it('A12 by maintenance, a part of what rested is booked (I2)', async () => {
    await story.binance.orders.place(resting('os-1'));
    story.trade('sell', 2_000_000, 4_000);
    story.fault({ kind: 'symbol', symbol: 'BTCUSDT', status: 'BREAK', isExpiringOrders: true });
    story.exchange.advance(1);
    await story.hears('orderExpired');
    expect(story.storyOf('os-1')).toEqual(['orderAccepted', 'orderFilled 4000', 'orderExpired']);
    expect(story.of('orderExpired')).toMatchObject([{ reason: 'EXCHANGE_CANCELED' }]);
    await expectInvariants(story, [resting('os-1')]);
  });
});

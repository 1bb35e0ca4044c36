import fc from 'fast-check';
import type { BracketIntent, PlaceIntent, RiskLimits } from '@org/domain';
import { formatPrice, formatQuantity, quantity } from '@org/domain';
import {
  accepted,
  brief,
  BTCUSDT,
  BUY,
  cancelled,
  closedBar,
  expired,
  limitBuy,
  MINUTE_MS,
  OPEN_LIMITS,
  rejected,
  SELL,
  Session,
  unanswered,
  wanting,
} from '../../testing/desk-fixture.ts';

const STOPS: RiskLimits = { ...OPEN_LIMITS, stopLoss: 0.02 };
const PAIRS: RiskLimits = { ...STOPS, takeProfitRatio: 2 };
const SELL_HALF: PlaceIntent = { ...SELL, size: { by: 'quantity', quantity: 0.01 } };
const BRACKET: BracketIntent = {
  ...BUY,
  kind: 'bracket',
  side: 'buy',
  stopPrice: 49_500,
  targetPrice: 53_000,
};

/** Protective orders at work: purpose, quantity and level. */
function protection({ state }: Session): readonly string[] {
  return state.orders.flatMap(({ purpose, request }) => {
    if (request.type === 'stop') {
      return [
        `${purpose} ${formatQuantity(request.quantity, BTCUSDT)} at ${formatPrice(request.stopPrice, BTCUSDT)}`,
      ];
    }
    if (request.type !== 'limit' || purpose !== 'target') return [];
    return [
      `${purpose} ${formatQuantity(request.quantity, BTCUSDT)} at ${formatPrice(request.price, BTCUSDT)}`,
    ];
  });
}

/** A session that holds 0.02 BTC bought at 50,000 under os-1, with its protection accepted. */
function holding(limits: RiskLimits, ...then: readonly PlaceIntent[]): Session {
  const session = new Session([wanting([[BUY], ...then.map((intent) => [intent])])], limits);
  session.take(closedBar(0, 50_000), accepted('os-1'));
  session.fill('os-1', 0.02, 50_000);
  session.take(accepted('os-2'));
  if (limits.takeProfitRatio !== null) session.take(accepted('os-3'));
  return session;
}

describe('an entry that fills in parts', () => {
  it('has each part covered as it comes, at the price of that part', () => {
    const session = new Session([wanting([[limitBuy('dip', 40_000, 0.02)]])], STOPS);
    session.take(closedBar(0, 50_000), accepted('os-1'));
    session.fill('os-1', 0.015, 40_000, { complete: false });
    session.fill('os-1', 0.005, 39_000);
    expect(protection(session)).toEqual(['stop 0.015 at 39200', 'stop 0.005 at 38220']);
  });

  it('has what was too little for a stop covered together with the next part', () => {
    const session = new Session([wanting([[limitBuy('dip', 40_000, 0.02)]])], STOPS);
    session.take(closedBar(0, 50_000), accepted('os-1'));
    expect(session.fill('os-1', 0.0001, 40_000, { complete: false })).toEqual([]);
    session.fill('os-1', 0.0199, 40_000);
    expect(protection(session)).toEqual(['stop 0.02 at 39200']);
  });

  it('has the whole lots that its fee leaves covered', () => {
    const session = new Session([wanting([[BUY]])], STOPS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000, { fee: 2_000n });
    expect(protection(session)).toEqual(['stop 0.01998 at 49000']);
  });

  it('is covered by as many orders as the exchange needs', () => {
    // The order was for 0.01 BTC at the last price, and the market had fallen far when it traded.
    const narrow = { ...BTCUSDT, maxQuantity: quantity(1_000) };
    const buy: PlaceIntent = { ...BUY, size: { by: 'quote', quote: 500 } };
    const session = new Session([wanting([[buy]])], STOPS, [narrow]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.025, 20_000);
    expect(protection(session)).toEqual(['stop 0.01 at 19600', 'stop 0.01 at 19600', 'stop 0.005 at 19600']);
  });
});

describe('an exit', () => {
  it('of a part covers the rest as soon as it is sent, by the levels that the entry named', () => {
    const session = new Session([wanting([[BRACKET], [SELL_HALF]])], PAIRS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-2'), accepted('os-3'));
    expect(brief(session.take(closedBar(1, 51_000)))).toEqual(['cancel os-2']);
    expect(session.take(cancelled('os-2'))).toEqual([]);
    expect(brief(session.take(cancelled('os-3')))).toEqual(['place os-4 exit', 'pair os-5 os-6']);
    expect(protection(session)).toEqual(['stop 0.01 at 49500', 'target 0.01 at 53000']);
    expect(session.fill('os-4', 0.01, 51_000, { feeAsset: 'USDT' })).toEqual([]);
  });

  it('of a part that displaces several stops leaves the rest at their levels', () => {
    const second: PlaceIntent = { ...BUY, slot: 'more' };
    const session = new Session([wanting([[BUY], [second], [SELL_HALF]])], STOPS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-2'), closedBar(1, 40_000));
    session.fill('os-3', 0.025, 40_000);
    session.take(accepted('os-4'));
    expect(protection(session)).toEqual(['stop 0.02 at 49000', 'stop 0.025 at 39200']);
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['cancel os-2', 'cancel os-4']);
    expect(brief(session.take(cancelled('os-2')))).toEqual(['place os-6 stop']);
    expect(brief(session.take(cancelled('os-4')))).toEqual(['place os-5 exit', 'place os-7 stop']);
    // Of 0.045 BTC the exit sells 0.01; 49,000 lies above what was paid on average, and below the market.
    expect(protection(session)).toEqual(['stop 0.01 at 49000', 'stop 0.025 at 39200']);
  });

  it('that displaced several stops and is rejected keeps the highest', () => {
    const second: PlaceIntent = { ...BUY, slot: 'more' };
    const session = new Session([wanting([[BUY], [second], [SELL]])], STOPS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-2'), closedBar(1, 40_000));
    session.fill('os-3', 0.025, 40_000);
    session.take(accepted('os-4'), closedBar(2, 50_000), cancelled('os-2'), cancelled('os-4'));
    expect(session.working).toEqual(['os-5 exit pendingNew']);
    session.take(rejected('os-5'));
    expect(protection(session)).toEqual(['stop 0.045 at 49000']);
  });

  it('that is rejected leaves the position covered again', () => {
    const session = holding(STOPS, SELL);
    session.take(closedBar(1, 51_000));
    expect(brief(session.take(cancelled('os-2')))).toEqual(['place os-3 exit']);
    expect(brief(session.take(rejected('os-3')))).toEqual(['alert order-rejected', 'place os-4 stop']);
    expect(protection(session)).toEqual(['stop 0.02 at 49000']);
  });

  it('that is rejected leaves also what costs less than 1 covered again', () => {
    const session = new Session([wanting([[BUY], [SELL]])], STOPS);
    session.take(closedBar(0, 0.5));
    session.fill('os-1', 1_000, 0.5);
    session.take(accepted('os-2'), closedBar(1, 0.51), cancelled('os-2'), rejected('os-3'));
    expect(protection(session)).toEqual(['stop 1000 at 0.49']);
  });

  it('that waits for its stop is dropped when the stop sells everything', () => {
    const session = holding(PAIRS, SELL);
    session.take(closedBar(1, 51_000));
    expect(session.working).toEqual([
      'os-2 stop pendingCancel',
      'os-3 target pendingCancel',
      'os-4 exit waiting',
    ]);
    expect(session.fill('os-2', 0.02, 49_000, { feeAsset: 'USDT' })).toEqual([]);
    expect(session.take(cancelled('os-3'))).toEqual([]);
    expect(session.working).toEqual([]);
  });

  it('that waits for its stop sells what the stop has left', () => {
    const session = holding(STOPS, SELL);
    session.take(closedBar(1, 51_000));
    session.fill('os-2', 0.015, 49_000, { feeAsset: 'USDT', complete: false });
    expect(session.take(cancelled('os-2'))).toMatchObject([{ request: { type: 'market', quantity: 500 } }]);
  });

  it('that waits while an entry fills leaves the new lots covered', () => {
    const session = new Session([wanting([[BUY, limitBuy('dip', 40_000, 0.01)], [SELL]])], STOPS);
    session.take(closedBar(0, 50_000), accepted('os-2'));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-3'), closedBar(1, 45_000));
    expect(session.fill('os-2', 0.01, 40_000)).toEqual([]);
    expect(brief(session.take(cancelled('os-3')))).toEqual(['place os-4 exit', 'place os-5 stop']);
    expect(session.state.orders).toMatchObject([
      { request: { quantity: 2_000 } },
      { request: { quantity: 1_000 } },
    ]);
  });
});

describe('a pair', () => {
  it('whose target traded in part and whose stop has ended is made anew', () => {
    const session = holding(PAIRS);
    session.fill('os-3', 0.005, 52_000, { feeAsset: 'USDT', complete: false });
    expect(brief(session.take(expired('os-2')))).toEqual(['cancel os-3']);
    expect(brief(session.take(cancelled('os-3')))).toEqual(['pair os-4 os-5']);
    expect(protection(session)).toEqual(['stop 0.015 at 49000', 'target 0.015 at 52000']);
  });

  it('is made anew also where the end of the stop is told before the trade of the target', () => {
    const session = holding(PAIRS);
    expect(brief(session.take(expired('os-2')))).toEqual(['cancel os-3']);
    expect(session.fill('os-3', 0.005, 52_000, { feeAsset: 'USDT', complete: false })).toEqual([]);
    expect(brief(session.take(cancelled('os-3')))).toEqual(['pair os-4 os-5']);
    expect(protection(session)).toEqual(['stop 0.015 at 49000', 'target 0.015 at 52000']);
  });

  it('is over when its target has sold everything, whatever is told first', () => {
    const session = holding(PAIRS);
    session.take(expired('os-2'));
    expect(session.fill('os-3', 0.02, 52_000, { feeAsset: 'USDT' })).toEqual([]);
    expect(session.working).toEqual([]);
  });

  it('is over when its stop has sold everything: the exchange ends the target by itself', () => {
    const session = holding(PAIRS);
    expect(session.fill('os-2', 0.02, 49_000, { feeAsset: 'USDT' })).toEqual([]);
    expect(session.take(cancelled('os-3'))).toEqual([]);
    expect(session.working).toEqual([]);
  });

  it('that the exchange cancels is placed again', () => {
    const session = holding(PAIRS);
    session.take(cancelled('os-2'));
    expect(brief(session.take(cancelled('os-3')))).toEqual(['pair os-4 os-5']);
  });

  it('whose target alone ends leaves its stop', () => {
    const session = holding(PAIRS);
    expect(session.take(cancelled('os-3'))).toEqual([]);
    expect(protection(session)).toEqual(['stop 0.02 at 49000']);
  });

  it('of which only a target is wanted has no stop', () => {
    const session = new Session([wanting([[{ ...BRACKET, stopPrice: null }]])]);
    session.take(closedBar(0, 50_000));
    expect(brief(session.fill('os-1', 0.02, 50_000))).toEqual(['place os-2 target']);
    expect(protection(session)).toEqual(['target 0.02 at 53000']);
    expect(brief(session.take(expired('os-2')))).toEqual(['place os-3 target']);
  });
});

describe('a stop that is rejected', () => {
  it('is followed by a sale at once', () => {
    const session = new Session([wanting([[BUY]])], STOPS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(brief(session.take(rejected('os-2')))).toEqual([
      'alert order-rejected',
      'alert unprotected',
      'place os-3 exit',
    ]);
  });

  it('is followed by the sale when its target has ended', () => {
    const session = new Session([wanting([[BUY]])], PAIRS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(brief(session.take(rejected('os-2')))).toEqual(['alert order-rejected', 'alert unprotected']);
    expect(brief(session.take(rejected('os-3')))).toEqual(['alert order-rejected', 'place os-4 exit']);
  });

  it('is not tried again when the sale is rejected too: a person is called', () => {
    const session = new Session([wanting([[BUY]])], STOPS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(rejected('os-2'));
    expect(brief(session.take(rejected('os-3')))).toEqual(['alert order-rejected', 'alert unprotected']);
    expect(session.working).toEqual([]);
  });
});

describe('protection that the exchange ends at once', () => {
  const ENDED_AT_ONCE = ['alert unprotected', 'place os-5 exit'];

  it.each([['expired', expired] as const, ['cancelled', cancelled] as const])(
    'is placed again twice when it is %s, and then what it protected is sold',
    (_how, ended) => {
      const session = holding(STOPS);
      expect(brief(session.take(ended('os-2')))).toEqual(['place os-3 stop']);
      expect(brief(session.take(accepted('os-3'), ended('os-3')))).toEqual(['place os-4 stop']);
      const last = session.take(ended('os-4'));
      expect(brief(last)).toEqual(ENDED_AT_ONCE);
      expect(last[0]).toMatchObject({
        message:
          'BTCUSDT cannot be protected: the exchange has ended 3 stops in a row at once, and it is sold',
      });
      expect(session.fill('os-5', 0.02, 49_500, { feeAsset: 'USDT' })).toEqual([]);
    },
  );

  it('is counted by pairs, whichever leg the exchange ends first', () => {
    const session = holding(PAIRS);
    session.take(expired('os-2'));
    expect(brief(session.take(cancelled('os-3')))).toEqual(['pair os-4 os-5']);
    session.take(cancelled('os-5'));
    expect(brief(session.take(expired('os-4')))).toEqual(['pair os-6 os-7']);
    expect(brief(session.take(expired('os-6')))).toEqual([]);
    expect(brief(session.take(cancelled('os-7')))).toEqual(['alert unprotected', 'place os-8 exit']);
  });

  it('is placed anew where it had rested for a minute before it ended', () => {
    const session = holding(STOPS);
    session.take(expired('os-2'), expired('os-3'));
    expect(session.state.orders).toMatchObject([{ clientOrderId: 'os-4', attempt: 3 }]);
    expect(brief(session.take(expired('os-4', 2 * MINUTE_MS)))).toEqual(['place os-5 stop']);
    expect(session.state.orders).toMatchObject([{ clientOrderId: 'os-5', attempt: 1 }]);
  });

  it('is not counted where a strategy has displaced it', () => {
    const session = holding(STOPS, SELL_HALF);
    session.take(expired('os-2'), accepted('os-3'), closedBar(1, 51_000));
    expect(brief(session.take(cancelled('os-3')))).toEqual(['place os-4 exit', 'place os-5 stop']);
    expect(session.state.orders).toMatchObject([{ attempt: 1 }, { clientOrderId: 'os-5', attempt: 2 }]);
  });

  it('is not placed for ever where it is a target alone: a person is called', () => {
    const session = new Session([wanting([[{ ...BRACKET, stopPrice: null }]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(expired('os-2'), expired('os-3'));
    expect(brief(session.take(expired('os-4')))).toEqual(['alert unprotected']);
    expect(session.working).toEqual([]);
  });

  it('is sold once where the sale ends at once as well: then a person is called', () => {
    const session = holding(STOPS);
    session.take(expired('os-2'), expired('os-3'), expired('os-4'));
    const last = session.take(expired('os-5'));
    expect(brief(last)).toEqual(['alert unprotected']);
    expect(last[0]).toMatchObject({
      message: 'BTCUSDT could not be sold: a person must look at what is held',
    });
    expect(session.working).toEqual([]);
  });

  it('comes to an end whatever the exchange does with stops and sales', () => {
    const endings = fc.array(fc.constantFrom(expired, cancelled, rejected), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(endings, fc.constantFrom(STOPS, PAIRS), (ended, limits) => {
        const session = new Session([wanting([[BUY]])], limits);
        session.take(closedBar(0, 50_000));
        session.fill('os-1', 0.02, 50_000);
        for (const end of ended) {
          const [first] = session.state.orders;
          if (first !== undefined) session.take(end(first.clientOrderId));
        }
        expect(session.working).toEqual([]);
      }),
    );
  });
});

describe('a target without a stop that is rejected', () => {
  const TARGET_ALONE: BracketIntent = { ...BRACKET, stopPrice: null };

  it('is not tried again by its own rejection, which would go on without end', () => {
    const session = new Session([wanting([[TARGET_ALONE]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(brief(session.take(rejected('os-2')))).toEqual(['alert order-rejected', 'alert unprotected']);
    expect(session.working).toEqual([]);
  });

  it('is tried again, with what has come since, by the next fill', () => {
    const session = new Session([wanting([[TARGET_ALONE], [{ ...TARGET_ALONE, slot: 'more' }]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(rejected('os-2'), closedBar(1, 50_000));
    session.fill('os-3', 0.02, 50_000);
    expect(protection(session)).toEqual(['target 0.04 at 53000']);
  });
});

describe('an answer that is lost', () => {
  it('keeps the order reserved until it is known, and covers it when it turns out to have traded', () => {
    const session = new Session([wanting([[BUY]])], STOPS);
    session.take(closedBar(0, 50_000), unanswered('os-1'));
    expect(session.state.orders).toMatchObject([{ state: { kind: 'unknown' }, reserved: 100_000_000_000n }]);
    expect(session.take(accepted('os-1'))).toEqual([]);
    expect(brief(session.fill('os-1', 0.02, 50_000))).toEqual(['place os-2 stop']);
  });

  it('to a cancel has the cancel sent again when the order turns out to live', () => {
    const session = holding(PAIRS, SELL);
    session.take(closedBar(1, 51_000), unanswered('os-2'));
    expect(session.working[0]).toBe('os-2 stop unknown');
    expect(brief(session.take(accepted('os-2')))).toEqual(['cancel os-2']);
    session.take(cancelled('os-2'));
    expect(brief(session.take(cancelled('os-3')))).toEqual(['place os-4 exit']);
  });
});

describe('orders of a strategy that is not in the session', () => {
  it('are left alone, and what they trade is in the account', () => {
    const session = holding(STOPS);
    session.state = {
      ...session.state,
      orders: session.state.orders.map((order) => ({ ...order, strategyId: 'gone' })),
    };
    expect(session.fill('os-2', 0.02, 49_000, { feeAsset: 'USDT' })).toEqual([]);
    expect(session.state.account.cash).toBe(9_980);
    expect(session.state.workers[0]?.positions[0]?.size).toBe(0.02);
  });
});

import { amount } from '@org/domain';
import type { Intent, ReplaceIntent, RiskLimits, TradingEvent } from '@org/domain';
import {
  accepted,
  brief,
  BUY,
  cancelled,
  closedBar,
  limitBuy,
  limitSell,
  MINUTE_MS,
  OPEN_LIMITS,
  rejected,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';

const DIP = limitBuy('dip', 40_000, 0.1);
const move = (price: number, quantity: number, slot = 'dip'): ReplaceIntent => ({
  kind: 'replace',
  slot,
  size: { by: 'quantity', quantity },
  price,
  reason: 'moved',
});

/** A session whose order os-1, a buy of 0.1 BTC at 40,000, is open and is replaced at the bars that follow. */
function resting(limits: RiskLimits, ...then: readonly (readonly Intent[])[]): Session {
  const session = new Session([wanting([[DIP], ...then])], limits);
  session.take(closedBar(0, 50_000), accepted('os-1'));
  return session;
}

describe('a replacement', () => {
  it('goes out when the order that it replaces has ended', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.1)]);
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['cancel os-1']);
    expect(session.working).toEqual(['os-1 entry pendingCancel', 'os-2 entry waiting']);
    expect(session.take(cancelled('os-1'))).toMatchObject([
      {
        kind: 'place',
        clientOrderId: 'os-2',
        request: { type: 'limit', price: 4_100_000, quantity: 10_000 },
      },
    ]);
    expect(session.state.orders).toMatchObject([{ slot: 'dip', reserved: 410_000_000_000n }]);
  });

  it('may spend what the old order has reserved', () => {
    const session = resting(OPEN_LIMITS, [move(40_000, 0.25)], [limitBuy('more', 40_000, 0.01)]);
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['cancel os-1']);
    // 10,000 are spoken for: 4,000 by the old order, 6,000 more by the new one.
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['refused cash']);
    expect(brief(session.take(cancelled('os-1')))).toEqual(['place os-2 entry']);
  });

  it('counts once against the limits of open orders and of the position', () => {
    const limits = { ...OPEN_LIMITS, maxOpenOrders: 2, maxPosition: 0.5 };
    const session = resting(
      limits,
      [move(40_000, 0.12)],
      [limitBuy('more', 10_000, 0.01)],
      [limitBuy('much', 40_000, 0.01)],
    );
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['cancel os-1']);
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['place os-3 entry']);
    // 4,800 and 100 are spoken for of 5,000.
    expect(brief(session.take(closedBar(3, 50_000)))).toEqual(['refused maxOpenOrders maxPosition']);
  });

  it('that is refused leaves the old order where it is', () => {
    const session = resting(OPEN_LIMITS, [move(40_000, 1)]);
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['refused cash']);
    expect(session.working).toEqual(['os-1 entry open']);
  });

  it('of an empty slot is refused', () => {
    const session = resting(OPEN_LIMITS, [move(40_000, 0.1, 'other')]);
    expect(session.take(closedBar(1, 50_000))).toMatchObject([
      { kind: 'refused', slot: 'other', refusals: [{ limit: 'slot', observed: 'an empty slot' }] },
    ]);
  });

  it('of an order in flight waits for the answer and for the cancel', () => {
    const session = new Session([wanting([[DIP], [move(41_000, 0.1)]])]);
    session.take(closedBar(0, 50_000));
    expect(session.take(closedBar(1, 50_000))).toEqual([]);
    expect(brief(session.take(accepted('os-1')))).toEqual(['cancel os-1']);
    expect(brief(session.take(cancelled('os-1')))).toEqual(['place os-2 entry']);
  });

  it('of an order that is rejected goes out', () => {
    const session = new Session([wanting([[DIP], [move(41_000, 0.1)]])]);
    session.take(closedBar(0, 50_000), closedBar(1, 50_000));
    expect(brief(session.take(rejected('os-1')))).toEqual(['alert order-rejected', 'place os-2 entry']);
  });
});

describe('an order that trades while it is replaced', () => {
  it('takes what it traded off its replacement', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.08)]);
    session.take(closedBar(1, 50_000));
    session.fill('os-1', 0.03, 40_000, { complete: false });
    expect(session.take(cancelled('os-1'))).toMatchObject([{ request: { quantity: 5_000 } }]);
  });

  it('drops its replacement when it trades all that was wanted', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.1)]);
    session.take(closedBar(1, 50_000));
    expect(session.fill('os-1', 0.1, 40_000)).toMatchObject([
      {
        code: 'replacement-dropped',
        message: 'os-2 (dip) is not sent: os-1, which it was to replace, has traded',
      },
    ]);
    expect(session.working).toEqual([]);
  });

  it('drops a replacement of which too little is left for the exchange', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.0301)]);
    session.take(closedBar(1, 50_000));
    // 0.0001 BTC at 41,000 are 4.10 USDT, and 5 is the least.
    const commands = session.fill('os-1', 0.03, 40_000, { complete: false });
    expect(brief(commands)).toEqual(['alert replacement-dropped']);
    expect(session.take(cancelled('os-1'))).toEqual([]);
  });

  it('counts only what it traded since: the strategy knew the rest', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.07)]);
    session.fill('os-1', 0.03, 40_000, { complete: false });
    session.take(closedBar(1, 50_000));
    expect(session.take(cancelled('os-1'))).toMatchObject([{ request: { quantity: 7_000 } }]);
  });
});

describe('an order that is replaced twice', () => {
  it('is followed by the last replacement alone', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.1)], [move(42_000, 0.1)]);
    session.take(closedBar(1, 50_000));
    expect(session.take(closedBar(2, 50_000))).toEqual([]);
    expect(session.working).toEqual(['os-1 entry pendingCancel', 'os-3 entry waiting']);
    expect(brief(session.take(cancelled('os-1')))).toEqual(['place os-3 entry']);
    expect(session.take(cancelled('os-3'))).toEqual([]);
    expect(session.working).toEqual([]);
  });

  it('may spend what both have spoken for, and no more', () => {
    for (const [size, expected] of [
      [0.25, []],
      [0.26, ['refused cash']],
    ] as const) {
      const session = resting(OPEN_LIMITS, [move(40_000, 0.2)], [move(40_000, size)]);
      session.take(closedBar(1, 50_000));
      expect(brief(session.take(closedBar(2, 50_000)))).toEqual(expected);
      expect(session.working).toHaveLength(2);
    }
  });

  it('and then cancelled leaves nothing', () => {
    const session = resting(
      OPEN_LIMITS,
      [move(41_000, 0.1)],
      [{ kind: 'cancel', slot: 'dip', reason: 'no' }],
    );
    session.take(closedBar(1, 50_000), closedBar(2, 50_000));
    expect(session.working).toEqual(['os-1 entry pendingCancel']);
    expect(session.take(cancelled('os-1'))).toEqual([]);
  });
});

describe('a replacement whose time has come', () => {
  it('is dropped when too little cash is left', () => {
    const session = resting(OPEN_LIMITS, [move(50_000, 0.19)]);
    session.take(closedBar(1, 50_000));
    session.state = {
      ...session.state,
      workers: session.state.workers.map((worker) => ({ ...worker, cash: amount(400_000_000_000n) })),
    };
    expect(session.take(cancelled('os-1'))).toMatchObject([
      { code: 'replacement-dropped', message: 'os-2 (dip) is not sent: too little cash is left' },
    ]);
    expect(session.working).toEqual([]);
  });

  it('is dropped while a connection is lost', () => {
    const session = resting(OPEN_LIMITS, [move(41_000, 0.1)]);
    const lost: TradingEvent = { kind: 'connectionLost', time: 2 * MINUTE_MS, stream: 'prices' };
    session.take(closedBar(1, 50_000), lost);
    expect(session.take(cancelled('os-1'))).toMatchObject([
      { message: 'os-2 (dip) is not sent: prices is lost' },
    ]);
  });

  it('as a sell is cut to what is held, and not sent when that is nothing', () => {
    const strategy = wanting([[BUY], [limitSell('out', 60_000, 0.02)], [move(61_000, 0.02, 'out')]], {
      protection: 'inventory',
    });
    for (const [sold, expected] of [
      [1_200_000n, ['place os-3 exit']],
      [2_000_000n, []],
    ] as const) {
      const session = new Session([strategy]);
      session.take(closedBar(0, 50_000));
      session.fill('os-1', 0.02, 50_000);
      session.take(closedBar(1, 50_000), accepted('os-2'), closedBar(2, 50_000));
      session.state = {
        ...session.state,
        workers: session.state.workers.map((worker) => ({
          ...worker,
          positions: worker.positions.map((held) => ({ ...held, units: amount(2_000_000n - sold) })),
        })),
      };
      expect(brief(session.take(cancelled('os-2')))).toEqual(expected);
    }
  });
});

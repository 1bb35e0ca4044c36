import type { StrategyFacts } from '@org/domain';
import {
  BTCUSDT,
  BUY,
  cancelled,
  closedBar,
  ETHUSDT,
  limitBuy,
  limitSell,
  OPEN_LIMITS,
  scriptedStrategy,
  Session,
} from '../../testing/desk-fixture.ts';

/** The facts of the newest decision of a strategy that plays its intents one list after the other. */
function watched(
  lists: Parameters<typeof scriptedStrategy>[0],
  protection: 'position' | 'inventory' = 'position',
) {
  const seen: StrategyFacts[] = [];
  const strategy = scriptedStrategy(
    (facts, decisions) => {
      seen.push(facts);
      return lists(facts, decisions);
    },
    { protection },
  );
  const other = scriptedStrategy((_facts, n) => (n === 0 ? [limitBuy('main', 30_000, 0.01)] : []), {
    id: 'other',
  });
  const session = new Session([strategy, other], OPEN_LIMITS, [BTCUSDT, ETHUSDT]);
  const newest = (): StrategyFacts => {
    const facts = seen.at(-1);
    if (facts === undefined) throw new Error('nobody has decided');
    return facts;
  };
  return { session, newest };
}

describe('what a strategy may know', () => {
  it('of its money: its share without what its own orders hold back, and its worth at the last prices', () => {
    const { session, newest } = watched((_facts, n) => (n === 0 ? [BUY] : []));
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(closedBar(1, 55_000));
    expect(newest().cash).toBe(4_000);
    // 4,000 USDT and 0.02 BTC at 55,000.
    expect(newest().equity).toBe(5_100);
    expect(newest().time).toBe(120_000);
  });

  it('of its position, which is flat where it never held anything', () => {
    const { session, newest } = watched((_facts, n) => (n === 0 ? [BUY] : []));
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(closedBar(1, 55_000));
    expect(newest().position('BTCUSDT')).toEqual({
      symbol: 'BTCUSDT',
      units: 2_000_000n,
      size: 0.02,
      averagePrice: 50_000,
      openedTime: 60_000,
    });
    expect(newest().position('ETHUSDT')).toMatchObject({ size: 0, averagePrice: 0 });
  });

  it('of the markets of the session, and of no other', () => {
    const { session, newest } = watched(() => []);
    session.take(closedBar(0, 50_000));
    expect(newest().instrument('ETHUSDT')).toBe(ETHUSDT);
    expect(() => newest().instrument('XRPUSDT')).toThrow(/does not trade that market/);
  });

  it('of its orders by slot: neither those of others nor protection', () => {
    const { session, newest } = watched((_facts, n) =>
      n === 0 ? [limitBuy('low', 40_000, 0.01), limitBuy('high', 45_000, 0.01)] : [],
    );
    session.take(closedBar(0, 50_000));
    session.take(closedBar(1, 50_000));
    expect(newest().orders()).toMatchObject([
      { slot: 'low', symbol: 'BTCUSDT', filled: 0, state: 'pendingNew' },
      { slot: 'high', state: 'pendingNew' },
    ]);
    expect(newest().order('high')).toMatchObject({ request: { price: 4_500_000 } });
    expect(newest().order('main')).toBeUndefined();
    session.take(cancelled('os-1'), closedBar(2, 50_000));
    expect(newest().order('low')).toBeUndefined();
  });

  it('of a slot whose order is being replaced: the replacement', () => {
    const { session, newest } = watched((_facts, n) => {
      if (n === 0) return [limitBuy('low', 40_000, 0.01)];
      return n === 1
        ? [
            {
              kind: 'replace',
              slot: 'low',
              size: { by: 'quantity', quantity: 0.02 },
              price: 41_000,
              reason: 'up',
            },
          ]
        : [];
    });
    session.take(closedBar(0, 50_000), closedBar(1, 50_000), closedBar(2, 50_000));
    expect(newest().order('low')).toMatchObject({ state: 'waiting', request: { price: 4_100_000 } });
    expect(newest().orders()).toHaveLength(2);
    // 5,000 less the 400 of the old order, and the 420 that the new one needs beyond them.
    expect(newest().cash).toBe(4_180);
  });

  it('of resting sells as of buys', () => {
    const { session, newest } = watched((_facts, n) => {
      if (n === 0) return [BUY];
      return n === 1 ? [limitSell('out', 60_000, 0.02)] : [];
    }, 'inventory');
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(closedBar(1, 50_000), closedBar(2, 50_000));
    expect(newest().order('out')).toMatchObject({ request: { side: 'sell', quantity: 2_000 } });
  });
});

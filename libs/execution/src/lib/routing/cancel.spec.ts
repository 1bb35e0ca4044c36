import type { CancelIntent, RiskLimits } from '@org/domain';
import {
  accepted,
  brief,
  BUY,
  cancelled,
  closedBar,
  limitBuy,
  OPEN_LIMITS,
  SELL,
  Session,
  unanswered,
  wanting,
} from '../../testing/desk-fixture.ts';

const DIP = limitBuy('main', 40_000, 0.01);
const CANCEL: CancelIntent = { kind: 'cancel', slot: 'main', reason: 'changed its mind' };
const PAIRS: RiskLimits = { ...OPEN_LIMITS, stopLoss: 0.02, takeProfitRatio: 2 };

describe('the cancel of an order', () => {
  const placed = (): Session => {
    const session = new Session([wanting([[DIP], [CANCEL], [CANCEL]])]);
    session.take(closedBar(0, 50_000));
    return session;
  };

  it('that is open goes out at once, and once', () => {
    const session = placed();
    session.take(accepted('os-1'));
    expect(session.take(closedBar(1, 50_000))).toEqual([
      {
        kind: 'cancel',
        time: 120_000,
        strategyId: 'scripted',
        symbol: 'BTCUSDT',
        clientOrderId: 'os-1',
        reason: 'changed its mind',
      },
    ]);
    expect(session.take(closedBar(2, 50_000))).toEqual([]);
    session.take(cancelled('os-1'));
    expect(session.working).toEqual([]);
  });

  it('that is in flight waits for the answer', () => {
    const session = placed();
    expect(session.take(closedBar(1, 50_000))).toEqual([]);
    expect(brief(session.take(accepted('os-1')))).toEqual(['cancel os-1']);
  });

  it('whose answer is lost waits until it is known to live', () => {
    const session = placed();
    session.take(unanswered('os-1'));
    expect(session.take(closedBar(1, 50_000))).toEqual([]);
    expect(session.working).toEqual(['os-1 entry unknown']);
    expect(brief(session.take(accepted('os-1')))).toEqual(['cancel os-1']);
  });

  it('that fills meanwhile comes too late, and the fill counts', () => {
    const session = placed();
    session.take(accepted('os-1'), closedBar(1, 50_000));
    expect(session.fill('os-1', 0.01, 40_000)).toEqual([]);
    expect(session.working).toEqual([]);
    expect(session.state.workers[0]?.positions[0]?.size).toBe(0.01);
    expect(session.take(cancelled('os-1'))).toEqual([]);
  });

  it('that does not exist is as wished already', () => {
    const session = new Session([wanting([[CANCEL]])]);
    expect(session.take(closedBar(0, 50_000))).toEqual([]);
  });

  it('that waits withdraws it: its protection is placed again', () => {
    const session = new Session([wanting([[BUY], [SELL], [CANCEL]])], PAIRS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-2'), accepted('os-3'), closedBar(1, 50_000));
    expect(session.working.at(-1)).toBe('os-4 exit waiting');
    expect(session.take(closedBar(2, 50_000))).toEqual([]);
    session.take(cancelled('os-2'));
    expect(brief(session.take(cancelled('os-3')))).toEqual(['pair os-5 os-6']);
  });
});

describe('the cancel of a pair', () => {
  it('is one for both legs once both are open', () => {
    const session = new Session([wanting([[BUY], [SELL]])], PAIRS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-2'), accepted('os-3'));
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['cancel os-2']);
  });

  it('goes out behind each answer where they are in flight', () => {
    const session = new Session([wanting([[BUY], [SELL]])], PAIRS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(session.take(closedBar(1, 50_000))).toEqual([]);
    expect(brief(session.take(accepted('os-2')))).toEqual(['cancel os-2']);
    expect(brief(session.take(accepted('os-3')))).toEqual(['cancel os-3']);
  });
});

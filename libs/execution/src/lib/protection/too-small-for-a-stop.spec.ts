import type { RiskLimits } from '@org/domain';
import {
  accepted,
  cancelled,
  closedBar,
  limitBuy,
  OPEN_LIMITS,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';

const TOLD = {
  kind: 'alert',
  code: 'unprotected',
  message: 'BTCUSDT: what was bought is worth too little for a stop, and is held without one',
};

/** A session in which so much is to be bought at 40,000, and the exchange has taken the order. */
function buying(size: number, limits: Partial<RiskLimits>): Session {
  const session = new Session([wanting([[limitBuy('dip', 40_000, size)]])], { ...OPEN_LIMITS, ...limits });
  session.take(closedBar(0, 50_000), accepted('os-1'));
  return session;
}

describe('what is too small for a stop', () => {
  it('is told where an entry ends half filled', () => {
    const session = buying(0.02, { stopLoss: 0.02 });
    expect(session.fill('os-1', 0.0001, 40_000, { complete: false })).toEqual([]);
    expect(session.take(cancelled('os-1'))).toMatchObject([TOLD]);
  });

  it('is told where the fee takes what the stop would need', () => {
    // 0.00128 at 4,000 are worth 5.12 USDT, and what a fee of 3 % leaves of them 4.96.
    const session = buying(0.00128, { stopLoss: 0.9 });
    expect(session.fill('os-1', 0.00128, 40_000, { fee: 4_000n })).toMatchObject([TOLD]);
  });

  it('is nothing to tell of where nothing was bought, or no stop is wanted', () => {
    expect(buying(0.02, { stopLoss: 0.02 }).take(cancelled('os-1'))).toEqual([]);
    const unprotected = buying(0.02, { stopLoss: null });
    unprotected.fill('os-1', 0.0001, 40_000, { complete: false });
    expect(unprotected.take(cancelled('os-1'))).toEqual([]);
  });
});

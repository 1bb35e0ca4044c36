import type { KillSwitch, RiskReset } from '@org/domain';
import { DAY, HOUR, MIDNIGHT, NO_LIMITS, markedAt } from '../../testing/order-views.ts';
import { pullKillSwitch, resetRisk } from './kill-switch.ts';
import { observeEquity } from './observe-equity.ts';
import { startRisk } from './risk-state.ts';

const START = startRisk(MIDNIGHT + HOUR, 10_000);
const LIMITS = { ...NO_LIMITS, dailyLoss: 0.05, maxDrawdown: 0.25 };
const RESET: RiskReset = { kind: 'riskReset', time: MIDNIGHT + 3 * HOUR, by: 'a person' };

function pull(mode: KillSwitch['mode'], reason = 'a person'): KillSwitch {
  return { kind: 'killSwitch', time: MIDNIGHT + 2 * HOUR, mode, reason };
}

describe('starting', () => {
  it('counts from the equity and the UTC day of the start', () => {
    expect(START).toEqual({
      day: MIDNIGHT,
      dayEquity: 10_000,
      peakEquity: 10_000,
      halt: { kind: 'none' },
    });
  });
});

describe('the kill switch', () => {
  it('halts with its mode and reason and leaves the counts alone', () => {
    expect(pullKillSwitch(START, pull('noEntries'))).toEqual({
      ...START,
      halt: { kind: 'killSwitch', mode: 'noEntries', reason: 'a person' },
    });
  });

  it('replaces the halt of a limit, since it asks for more', () => {
    const fallen = observeEquity(START, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 7_000));
    expect(pullKillSwitch(fallen, pull('flatten')).halt).toMatchObject({
      kind: 'killSwitch',
      mode: 'flatten',
    });
  });

  it('changes nothing when pulled again', () => {
    const pulled = pullKillSwitch(START, pull('noEntries', 'first'));
    expect(pullKillSwitch(pulled, pull('noEntries', 'second'))).toBe(pulled);
  });

  it('is raised to flatten and never lowered from it', () => {
    const flat = pullKillSwitch(pullKillSwitch(START, pull('noEntries')), pull('flatten'));
    expect(flat.halt).toMatchObject({ mode: 'flatten' });
    expect(pullKillSwitch(flat, pull('noEntries'))).toBe(flat);
  });
});

describe('a reset', () => {
  it.each([
    ['the kill switch', pullKillSwitch(START, pull('flatten'))],
    ['a drawdown', observeEquity(START, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 7_000))],
    ['a daily loss', observeEquity(START, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 9_000))],
  ])('ends %s and counts losses anew', (_what, halted) => {
    expect(halted.halt.kind).not.toBe('none');
    expect(resetRisk(halted, RESET, 7_000)).toEqual({
      day: MIDNIGHT,
      dayEquity: 7_000,
      peakEquity: 7_000,
      halt: { kind: 'none' },
    });
  });

  it('is not undone by the next bar', () => {
    const reset = resetRisk(observeEquity(START, LIMITS, markedAt(MIDNIGHT + 2 * HOUR, 7_000)), RESET, 7_000);
    expect(observeEquity(reset, LIMITS, markedAt(MIDNIGHT + 4 * HOUR, 6_990))).toBe(reset);
    expect(observeEquity(reset, LIMITS, markedAt(MIDNIGHT + DAY, 6_990)).halt.kind).toBe('none');
  });

  it('waits for an equity to count from', () => {
    const halted = pullKillSwitch(START, pull('flatten'));
    expect(resetRisk(halted, RESET, Number.NaN)).toBe(halted);
  });
});

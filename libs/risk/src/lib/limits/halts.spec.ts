import type { Halt } from '../halts/risk-state.ts';
import { FLAT } from '../../testing/order-views.ts';
import { checkDailyLoss } from './daily-loss.ts';
import { checkKillSwitch } from './kill-switch.ts';
import { checkMaxDrawdown } from './max-drawdown.ts';

const HALTS: readonly Halt[] = [
  { kind: 'none' },
  { kind: 'dailyLoss', day: FLAT.risk.day, limit: 0.05, observed: 0.06 },
  { kind: 'drawdown', limit: 0.25, observed: 0.3 },
  { kind: 'killSwitch', mode: 'flatten', reason: 'smoke' },
];

function under(halt: Halt) {
  return { ...FLAT, risk: { ...FLAT.risk, halt } };
}

describe.each([
  ['the daily loss', checkDailyLoss, 'dailyLoss'],
  ['the drawdown', checkMaxDrawdown, 'drawdown'],
  ['the kill switch', checkKillSwitch, 'killSwitch'],
] as const)('%s', (_name, check, kind) => {
  it.each(HALTS)('refuses entries under its own halt alone: $kind', (halt) => {
    expect(check(under(halt)) === null).toBe(halt.kind !== kind);
  });
});

describe('the refusal of a halt', () => {
  it('tells how much was lost in the day and when it ends', () => {
    expect(checkDailyLoss(under({ kind: 'dailyLoss', day: 0, limit: 0.05, observed: 0.06 }))).toEqual({
      limit: 'dailyLoss',
      allowed: 0.05,
      observed: 0.06,
      reason: 'too much was lost since 00:00 UTC; entries are allowed again on the next UTC day',
    });
  });

  it('tells how much was lost from the peak and who ends it', () => {
    expect(checkMaxDrawdown(under({ kind: 'drawdown', limit: 0.25, observed: 0.3 }))).toEqual({
      limit: 'maxDrawdown',
      allowed: 0.25,
      observed: 0.3,
      reason: 'too much was lost since the highest equity; entries wait until a person resets risk',
    });
  });

  it('tells why the kill switch was pulled and who ends it', () => {
    expect(checkKillSwitch(under({ kind: 'killSwitch', mode: 'flatten', reason: 'smoke' }))).toEqual({
      limit: 'killSwitch',
      allowed: 'no entries until a person resets risk',
      observed: 'flatten',
      reason: 'the kill switch was pulled: smoke',
    });
  });
});

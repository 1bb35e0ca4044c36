import type { Halt } from './risk-state.ts';
import { haltName } from './halt-name.ts';

describe('the name of a halt', () => {
  it.each<[Halt, string]>([
    [{ kind: 'none' }, 'none'],
    [{ kind: 'dailyLoss', day: 0, limit: 0.05, observed: 0.06 }, 'daily loss'],
    [{ kind: 'drawdown', limit: 0.25, observed: 0.3 }, 'drawdown'],
    [{ kind: 'killSwitch', mode: 'noEntries', reason: 'stopped by SIGINT' }, 'kill switch'],
  ])('%j is called %s', (halt, name) => {
    expect(haltName(halt)).toBe(name);
  });
});

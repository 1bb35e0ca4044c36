import { RunLog } from './run-log.ts';

const refused = (time: number, ...limits: readonly string[]) => ({
  kind: 'refused' as const,
  ...{ time, strategyId: 'a', slot: 'BTCUSDT' },
  refusals: limits.map((limit) => ({ limit, allowed: 1, observed: 2, reason: `${limit} at ${time}` })),
});

describe('what is noted of a run', () => {
  it('counts for each limit what it refused, and keeps when and why it first did', () => {
    const log = new RunLog({ keepsLines: false });
    expect(log.refusals).toEqual([]);
    log.add(refused(1, 'maxPosition'));
    log.add(refused(2, 'cash', 'maxPosition'));
    const values = { allowed: 1, observed: 2 };
    expect(log.refusals).toEqual([
      { limit: 'maxPosition', count: 2, first: { ...values, time: 1, reason: 'maxPosition at 1' } },
      { limit: 'cash', count: 1, first: { ...values, time: 2, reason: 'cash at 2' } },
    ]);
    expect(log.lines).toEqual([]);
  });

  it('keeps a figure that is none as a text, which a result can hold', () => {
    const log = new RunLog({ keepsLines: false });
    const none = { limit: 'size', allowed: Infinity, observed: NaN, reason: 'no amount' };
    log.add({ ...refused(1), refusals: [none] });
    expect(log.refusals).toMatchObject([{ first: { allowed: 'Infinity', observed: 'NaN' } }]);
  });

  it('keeps every command as a line where that is wanted, and alerts to be shown', () => {
    const log = new RunLog({ keepsLines: true });
    const alert = { kind: 'alert', time: 1, code: 'test', message: 'a word' } as const;
    log.add(alert);
    expect(log.lines).toEqual(['{"code":"test","kind":"alert","message":"a word","time":1}\n']);
    expect(log.alerts).toEqual([alert]);
  });
});

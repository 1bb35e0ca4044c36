import { smaCross, trendRsiStoch } from '@org/strategies';
import { sampleBars } from '@org/strategies/testing';
import { tryOut } from '../../testing/run-fixture.ts';
import { RunColumns } from './run-columns.ts';

describe('the columns of a run', () => {
  it('are those that the run before it gave back', () => {
    const first = new RunColumns();
    const column = first.take(1_000);
    first.giveBack();
    expect(new RunColumns().take(1_000).buffer).toBe(column.buffer);
  });

  it('may be shorter than those, and are no longer', () => {
    const first = new RunColumns();
    const { buffer } = first.take(1_000);
    first.giveBack();
    const second = new RunColumns();
    expect(second.take(1_001).buffer).not.toBe(buffer);
    expect(second.take(499).buffer).not.toBe(buffer);
    const shorter = second.take(900);
    expect(shorter.buffer).toBe(buffer);
    expect(shorter).toHaveLength(900);
  });

  it('belong to one run at a time, though another begins within it', () => {
    const outer = new RunColumns();
    const inner = new RunColumns();
    const buffers = [outer, inner, outer, inner].map((run) => run.take(1_000).buffer);
    expect(new Set(buffers).size).toBe(4);
    inner.giveBack();
    expect(buffers.filter((_, place) => place % 2 === 1)).toContain(outer.take(1_000).buffer);
  });

  it('are kept for the next run alone', () => {
    const first = new RunColumns();
    const { buffer } = first.take(1_000);
    first.giveBack();
    const second = new RunColumns();
    second.take(10);
    second.giveBack();
    expect(new RunColumns().take(1_000).buffer).not.toBe(buffer);
  });
});

describe('a result that somebody holds', () => {
  const series = [sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: 600, seed: 11 })];
  const cross = { strategy: smaCross, set: { fast: 3, slow: 9 }, series };

  it('stays what it was while others run over the same bars', () => {
    const held = tryOut(cross);
    const before = structuredClone({ value: held.equity.value, fills: held.fills, end: held.end });
    tryOut({ ...cross, set: { fast: 5, slow: 30 } });
    tryOut({ strategy: trendRsiStoch, series, set: { trend: 10, strength: 5 } });
    expect({ value: held.equity.value, fills: held.fills, end: held.end }).toStrictEqual(before);
  });

  it('is that of a run over memory that nobody has used', () => {
    new RunColumns().giveBack();
    const fresh = tryOut(cross);
    tryOut({ strategy: trendRsiStoch, series, set: { trend: 10, strength: 5 } });
    const again = tryOut(cross);
    expect([again.equity.value, again.fills, again.commands]).toStrictEqual([
      ...[fresh.equity.value, fresh.fills, fresh.commands],
    ]);
  });
});

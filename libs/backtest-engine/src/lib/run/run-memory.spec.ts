import { smaCross, trendRsiStoch } from '@org/strategies';
import { sampleBars } from '@org/strategies/testing';
import { tryOut } from '../../testing/run-fixture.ts';
import { RunMemory } from './run-memory.ts';

function memoryAfter(...lengths: readonly number[]) {
  const memory = new RunMemory();
  memory.beginRun();
  const buffers = lengths.map((length) => memory.take(length).buffer);
  memory.endRun();
  return { memory, buffers };
}

describe('the memory of runs that follow each other', () => {
  it('gives the columns of the run before', () => {
    const { memory, buffers } = memoryAfter(1_000);
    memory.beginRun();
    expect(memory.take(1_000).buffer).toBe(buffers[0]);
  });

  it('gives columns that may be shorter than those, and are no longer', () => {
    const { memory, buffers } = memoryAfter(1_000);
    memory.beginRun();
    expect(memory.take(1_001).buffer).not.toBe(buffers[0]);
    expect(memory.take(499).buffer).not.toBe(buffers[0]);
    const shorter = memory.take(900);
    expect(shorter.buffer).toBe(buffers[0]);
    expect(shorter).toHaveLength(900);
  });

  it('gives each column once a run', () => {
    const { memory, buffers } = memoryAfter(1_000, 1_000);
    memory.beginRun();
    const again = [0, 1, 2].map(() => memory.take(1_000).buffer);
    expect(new Set(again).size).toBe(3);
    expect(again).toEqual(expect.arrayContaining(buffers));
  });

  it('keeps for the next run alone', () => {
    const { memory, buffers } = memoryAfter(1_000);
    memory.beginRun();
    memory.endRun();
    memory.beginRun();
    expect(memory.take(1_000).buffer).not.toBe(buffers[0]);
  });

  it('is refused to a run that begins within another', () => {
    const memory = new RunMemory();
    memory.beginRun();
    expect(() => memory.beginRun()).toThrow(
      'the memory of a run; found another run that writes into it; allowed: runs one after the other',
    );
  });
});

describe('a run', () => {
  const series = [sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: 600, seed: 11 })];
  const cross = { strategy: smaCross, set: { fast: 3, slow: 9 }, series };
  const other = { strategy: trendRsiStoch, series, set: { trend: 10, strength: 5 } };

  it('without a memory leaves what an earlier one gave as it was', () => {
    const held = tryOut(cross);
    const before = structuredClone({ value: held.equity.value, fills: held.fills, end: held.end });
    tryOut({ ...cross, set: { fast: 5, slow: 30 } });
    tryOut(other);
    expect({ value: held.equity.value, fills: held.fills, end: held.end }).toStrictEqual(before);
  });

  it('gives over memory that others have used what it gives over memory that nobody has', () => {
    const fresh = tryOut(cross);
    const memory = new RunMemory();
    tryOut(other, memory);
    const again = tryOut(cross, memory);
    expect([again.equity.value, again.fills, again.commands]).toStrictEqual([
      ...[fresh.equity.value, fresh.fills, fresh.commands],
    ]);
    tryOut(other, memory);
    expect(again.equity.value).not.toEqual(fresh.equity.value);
  });

  it('that fails leaves its memory to the next', () => {
    const memory = new RunMemory();
    expect(() => tryOut({ ...cross, series: [] }, memory)).toThrow();
    expect(tryOut(cross, memory).fills).not.toHaveLength(0);
  });
});

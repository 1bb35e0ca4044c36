import { historyStart, WarmUpGate } from './warm-up-gate.ts';

describe('the warm-up gate', () => {
  it('opens with the first slice before which every feed has given its bars', () => {
    const gate = new WarmUpGate([2, 1], -Infinity);
    // Two feeds: one-minute bars, and a slower one that has its first bar at minute 4.
    const seen = [
      gate.admit(0, 1),
      gate.admit(0, 2),
      gate.admit(0, 3),
      gate.admit(0, 4),
      gate.admit(1, 4),
      gate.admit(0, 5),
    ];
    expect(seen).toEqual([false, false, false, false, false, true]);
  });

  it('treats all bars of a time slice alike', () => {
    const gate = new WarmUpGate([1, 1], -Infinity);
    expect([gate.admit(0, 1), gate.admit(1, 1), gate.admit(0, 2), gate.admit(1, 2)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('stays closed up to the start that a person chose', () => {
    const gate = new WarmUpGate([0], 2);
    expect([1, 2, 3].map((time) => gate.admit(0, time))).toEqual([false, false, true]);
  });
});

describe('where history starts', () => {
  const hours = Float64Array.from([0, 1, 2, 5, 6, 7], (hour) => hour * 3_600_000);
  const series = {
    symbol: 'BTCUSDT',
    interval: '1h',
    openTime: hours,
    open: hours,
    high: hours,
    low: hours,
    close: hours,
    volume: hours,
  } as const;

  it('leaves exactly the wanted bars before the start', () => {
    // The bars of 0, 1, 2 and 5 o'clock have closed by 6 o'clock.
    expect(historyStart(series, 2, 6 * 3_600_000)).toBe(2);
  });

  it('is the first bar where history is too short, and without a start', () => {
    expect(historyStart(series, 50, 6 * 3_600_000)).toBe(0);
    expect(historyStart(series, 2, -Infinity)).toBe(0);
  });
});

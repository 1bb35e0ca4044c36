import { ServerTime } from './server-time.ts';

function at(monotonic: number): { readonly time: ServerTime; readonly pass: (ms: number) => void } {
  let now = monotonic;
  return { time: new ServerTime(() => now, 1_700_000_000_000), pass: (ms) => (now += ms) };
}

describe('server time', () => {
  it('is what was assumed until the exchange has told it', () => {
    const { time, pass } = at(500);
    pass(1234);
    expect(time.nowMs()).toBe(1_700_000_001_234);
    expect(time.uncertaintyMs()).toBe(Number.POSITIVE_INFINITY);
  });

  it('takes an answer to be from the middle of its round trip', () => {
    const { time, pass } = at(0);
    pass(100);
    time.observe({ sentAtMs: 0, receivedAtMs: 100, serverTimeMs: 1_800_000_000_000 });
    expect(time.nowMs()).toBe(1_800_000_000_050);
    expect(time.uncertaintyMs()).toBe(50);
  });

  it('believes the quickest of the last eight answers', () => {
    const { time, pass } = at(0);
    pass(20);
    time.observe({ sentAtMs: 0, receivedAtMs: 20, serverTimeMs: 5_000_000 });
    for (let round = 0; round < 7; round += 1) {
      time.observe({ sentAtMs: 0, receivedAtMs: 2000, serverTimeMs: 9_000_000 });
    }
    expect(time.nowMs()).toBe(5_000_010);
    time.observe({ sentAtMs: 0, receivedAtMs: 2000, serverTimeMs: 9_000_000 });
    expect(time.nowMs()).toBe(8_999_020);
  });

  it('starts anew where the exchange refuses it', () => {
    const { time, pass } = at(0);
    pass(20);
    time.observe({ sentAtMs: 0, receivedAtMs: 20, serverTimeMs: 5_000_000 });
    time.distrust();
    expect([time.nowMs(), time.uncertaintyMs()]).toEqual([5_000_010, Number.POSITIVE_INFINITY]);
    // Slower than the one that was wrong.
    time.observe({ sentAtMs: 0, receivedAtMs: 40, serverTimeMs: 6_000_000 });
    expect(time.nowMs()).toBe(6_000_000);
  });

  it('does not move when the wall clock steps, for it has none', () => {
    const { time, pass } = at(1);
    time.observe({ sentAtMs: 1, receivedAtMs: 1, serverTimeMs: 7_000_000 });
    pass(3_600_000);
    expect(time.nowMs()).toBe(10_600_000);
  });
});

import { ManualClock } from '@org/domain/testing';
import { scaledClock } from './scaled-clock.ts';

describe('a scaled clock', () => {
  it('starts with its clock and runs as many times as fast', () => {
    const clock = new ManualClock(1000);
    const fast = scaledClock(clock, 60);
    clock.pass(500);
    expect(fast.now()).toBe(1000 + 30_000);
  });

  it('waits as many times as short', () => {
    const clock = new ManualClock(0);
    let rang = false;
    scaledClock(clock, 10).schedule(1000, () => (rang = true));
    clock.pass(99);
    expect(rang).toBe(false);
    clock.pass(1);
    expect(rang).toBe(true);
  });

  it('is the same clock where it runs as fast', () => {
    const clock = new ManualClock();
    expect(scaledClock(clock, 1)).toBe(clock);
  });
});

import { MarketClock } from './market-clock.ts';

describe('market time', () => {
  it('stands still until something is reached, and never runs back', () => {
    const clock = new MarketClock(1000);
    clock.reach(1500);
    clock.reach(1200);
    expect(clock.now()).toBe(1500);
  });

  it('runs what is due in the order of time', () => {
    const clock = new MarketClock(0);
    const ran: string[] = [];
    clock.schedule(20, () => ran.push('third'));
    clock.schedule(10, () => ran.push('first'));
    clock.schedule(10, () => ran.push('second'));
    clock.schedule(30, () => ran.push('later'));
    expect(clock.nextDue()).toBe(10);
    clock.reach(20);
    clock.runDue();
    expect(ran).toEqual(['first', 'second', 'third']);
    expect(clock.nextDue()).toBe(30);
  });

  it('forgets what was called off', () => {
    const clock = new MarketClock(0);
    const cancel = clock.schedule(10, () => {});
    cancel();
    expect(clock.nextDue()).toBe(Infinity);
  });

  it('runs what a task schedules for the same time', () => {
    const clock = new MarketClock(0);
    let count = 0;
    const again = () => {
      count += 1;
      if (count < 3) clock.schedule(0, again);
    };
    clock.schedule(0, again);
    clock.runDue();
    expect(count).toBe(3);
  });
});

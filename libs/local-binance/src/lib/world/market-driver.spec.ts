import { ManualClock } from '@org/domain/testing';
import { stillWorld } from '../../testing/still-world.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';
import { MarketDriver } from './market-driver.ts';

describe('a market that is driven by a clock', () => {
  it.each([1, 0.5, 60])('runs %d times as fast', (speed) => {
    const clock = new ManualClock();
    const world = stillWorld([], clock);
    const driver = new MarketDriver(world, clock, speed);
    driver.start();
    clock.pass(1000);
    expect(world.marketTime.now() - NEW_YEAR_MS).toBe(1000 * speed);
    driver.stop();
  });

  it('stands still when it is stopped', () => {
    const clock = new ManualClock();
    const world = stillWorld([], clock);
    const driver = new MarketDriver(world, clock, 1);
    driver.start();
    clock.pass(100);
    driver.stop();
    clock.pass(100);
    expect(world.marketTime.now() - NEW_YEAR_MS).toBe(100);
    expect(clock.pending).toBe(0);
  });

  it('is late where the machine is slow, and lets others have their turn', () => {
    const clock = new ManualClock();
    const world = stillWorld([], clock);
    // Every step takes 5 ms of real time: two of them use up a turn.
    world.whenSettled(() => clock.pass(5));
    const driver = new MarketDriver(world, clock, Infinity);
    driver.start();
    expect(world.marketTime.now() - NEW_YEAR_MS).toBe(200);
    expect(clock.pending).toBe(1);
    driver.stop();
  });
});

import { climbingBids, stillWorld } from '../../testing/still-world.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

describe('a world whose time passes', () => {
  it('lets its markets act up to then, and stands there', () => {
    const world = stillWorld([climbingBids(30)]);
    world.advance(100);
    expect(world.marketTime.now()).toBe(NEW_YEAR_MS + 100);
    expect(world.exchange.book('BTCUSDT', 10)?.bids).toHaveLength(3);
  });

  it('is at the time of what happens while that is told', () => {
    const world = stillWorld([climbingBids(30)]);
    const times: number[] = [];
    world.listen((event) => times.push(world.marketTime.now() - event.time));
    world.advance(1000);
    expect(times).toHaveLength(33);
    expect(new Set(times)).toEqual(new Set([0]));
  });

  it('stops on every tenth of a second, and settles there', () => {
    const world = stillWorld();
    const times: number[] = [];
    world.whenSettled(() => times.push(world.marketTime.now() - NEW_YEAR_MS));
    world.advance(250);
    expect(times).toEqual([100, 200, 250]);
    world.advance(60);
    expect(times).toEqual([100, 200, 250, 300, 310]);
  });

  it('runs what is scheduled at its time, after what the markets do then', () => {
    const world = stillWorld([climbingBids(30)]);
    const seen: (readonly [number, number | undefined])[] = [];
    world.marketTime.schedule(60, () =>
      seen.push([world.marketTime.now() - NEW_YEAR_MS, world.exchange.book('BTCUSDT', 10)?.bids.length]),
    );
    world.advance(100);
    expect(seen).toEqual([[60, 2]]);
  });

  it('forgets listeners that have left', () => {
    const world = stillWorld([climbingBids(30)]);
    let heard = 0;
    const stops = [world.listen(() => (heard += 1)), world.whenSettled(() => (heard += 1))];
    for (const stop of stops) stop();
    world.advance(100);
    expect(heard).toBe(0);
  });

  it('does the same whatever steps its time passes in', () => {
    const told = (steps: readonly number[]) => {
      const world = stillWorld([climbingBids(70)]);
      const events: unknown[] = [];
      world.listen((event) => events.push(event));
      for (const ms of steps) world.advance(ms);
      return events;
    };
    expect(told([1, 2, 3, 94, 150, 750])).toEqual(told([1000]));
  });
});

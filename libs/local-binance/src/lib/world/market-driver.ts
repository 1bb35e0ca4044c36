import type { Clock } from '@org/domain';
import type { RunningWorld } from './running-world.ts';

/** How often the market is moved, and for how long at a time, so that requests are answered in between. */
const TICK_MS = 10;
const BUDGET_MS = 8;

/**
 * Moves the market with the time of a clock, `speed` times as fast; Infinity is as fast as the machine goes. Where the
 * machine is slower than asked, the market is late and does not stop answering.
 */
export class MarketDriver {
  readonly #world: RunningWorld;
  readonly #clock: Clock;
  readonly #speed: number;
  #cancel: (() => void) | null = null;

  constructor(world: RunningWorld, clock: Clock, speed: number) {
    this.#world = world;
    this.#clock = clock;
    this.#speed = speed;
  }

  /** The market is where it is to be at `realStart`, which may lie behind. */
  start(realStart = this.#clock.now()): void {
    const marketStart = this.#world.marketTime.now();
    const tick = (): void => {
      const isLate = this.#catchUp(marketStart, realStart);
      this.#cancel = this.#clock.schedule(isLate ? 0 : TICK_MS, tick);
    };
    tick();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Whether there is more to do than its time allows. */
  #catchUp(marketStart: number, realStart: number): boolean {
    const now = this.#clock.now();
    const target = this.#speed === Infinity ? Infinity : marketStart + (now - realStart) * this.#speed;
    while (this.#world.marketTime.now() < Math.floor(target)) {
      this.#world.step(Math.floor(target));
      if (this.#clock.now() - now >= BUDGET_MS) return true;
    }
    return false;
  }
}

import type { Clock } from '@org/domain';

/** A clock that starts with another and runs `speed` times as fast; the same clock where that is 1. */
export function scaledClock(clock: Clock, speed: number): Clock {
  if (speed === 1) return clock;
  const start = clock.now();
  return {
    now: () => Math.floor(start + (clock.now() - start) * speed),
    schedule: (delayMs, task) => clock.schedule(delayMs / speed, task),
  };
}

import type { Clock } from '@org/domain';
import type { ServerTime } from '../server-time/server-time.ts';

/**
 * Waits by `clock`, and tells a time that never steps: a wall clock that is put right must neither end a good connection
 * nor keep a dead one.
 */
export function steadyClock(time: Pick<ServerTime, 'monotonicMs'>, clock: Clock): Clock {
  return { now: () => time.monotonicMs(), schedule: (delayMs, task) => clock.schedule(delayMs, task) };
}

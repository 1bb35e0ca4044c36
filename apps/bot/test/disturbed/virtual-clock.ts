import type { Clock } from '@org/domain';
import type { VirtualTimeScheduler } from 'rxjs';

/** A clock that goes as far as its scheduler is flushed. */
export function virtualClock(scheduler: VirtualTimeScheduler): Clock {
  return {
    now: () => scheduler.now(),
    schedule: (delayMs, task) => {
      const planned = scheduler.schedule(task, delayMs);
      return () => planned.unsubscribe();
    },
  };
}

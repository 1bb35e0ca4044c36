import type { Clock } from '@org/domain';

/** Short waits take no time, and long ones never end: nothing is late, and nothing is given up. */
export const promptClock: Clock = {
  now: () => 0,
  schedule: (delayMs, task) => {
    if (delayMs > 5000) return () => undefined;
    const immediate = setImmediate(task);
    return () => clearImmediate(immediate);
  },
};

import type { Interval } from '@org/domain';
import { INTERVAL_MS, InputError, isInterval } from '@org/domain';

/**
 * Refuses an interval that cannot be built from whole bars of `base`.
 *
 * @throws InputError `interval-not-multiple` with the intervals that can be.
 */
export function requireHigher(base: Interval, interval: Interval): void {
  if (isMultiple(base, interval)) return;
  throw new InputError('interval-not-multiple', {
    what: `bars of ${interval} cannot be built from bars of ${base}`,
    found: interval,
    allowed: Object.keys(INTERVAL_MS)
      .filter((name) => isInterval(name) && isMultiple(base, name))
      .join(', '),
  });
}

function isMultiple(base: Interval, interval: Interval): boolean {
  return INTERVAL_MS[interval] % INTERVAL_MS[base] === 0;
}

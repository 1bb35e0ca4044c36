import { InputError } from '@org/domain';
import type { Latency } from './latency.ts';

/**
 * Every message takes `delayMs`. Nothing is drawn, so that other chance from the same seed stays what it is.
 *
 * @throws InputError `latency-out-of-range` unless the delay is finite and at least 0
 */
export function fixedLatency(delayMs: number): Latency {
  if (Number.isFinite(delayMs) && delayMs >= 0) return () => delayMs;
  throw new InputError('latency-out-of-range', {
    what: 'a latency is a number of milliseconds',
    found: `${delayMs}`,
    allowed: 'at least 0, such as 25',
  });
}

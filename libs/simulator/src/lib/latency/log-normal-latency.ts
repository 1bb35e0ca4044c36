import { InputError } from '@org/domain';
import { naturalExp } from '../random/natural-exp.ts';
import { naturalLog } from '../random/natural-log.ts';
import type { Latency } from './latency.ts';

export interface LogNormalLatencyOptions {
  /** What no message beats: the way of the light, and the least work at the end of it. */
  readonly floorMs: number;
  /** Half of the messages take longer. */
  readonly medianMs: number;
  /** One message in a hundred takes longer. */
  readonly p99Ms: number;
}

/** The 99th percentile of the standard normal. */
const Z99 = 2.3263478740408408;

/**
 * Delays with a floor and a long tail: floor + e^(μ + σz), z standard normal, with
 * μ = ln(median − floor) and σ = (ln(p99 − floor) − μ) / z₀.₉₉. The mean is floor + e^(μ + σ²/2).
 *
 * Source: the three-parameter log-normal of N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate
 * Distributions", volume 1, 2nd edition (1994), chapter 14; its quantiles solved for μ and σ. One normal is drawn for a
 * message, and delays from one seed are the same on every machine.
 *
 * @throws InputError `latency-out-of-range` unless 0 ≤ floor < median < p99, all finite
 */
export function logNormalLatency({ floorMs, medianMs, p99Ms }: LogNormalLatencyOptions): Latency {
  if (!(0 <= floorMs && floorMs < medianMs && medianMs < p99Ms && Number.isFinite(p99Ms))) {
    throw new InputError('latency-out-of-range', {
      what: 'latencies rise from the floor over the median to the 99th percentile',
      found: `${floorMs}, ${medianMs}, ${p99Ms} ms`,
      allowed: '0 ≤ floor < median < p99, such as 2, 8 and 60',
    });
  }
  const typicalMs = medianMs - floorMs;
  const sigma = -naturalLog(typicalMs / (p99Ms - floorMs)) / Z99;
  return (rng) => floorMs + typicalMs * naturalExp(sigma * rng.normal());
}

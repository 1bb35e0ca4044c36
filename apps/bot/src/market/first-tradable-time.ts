import { WarmUpGate } from '@org/execution';
import type { Timeline } from '@org/market-data';

/**
 * When the first bar closes that may be traded on, in ms UTC: found by running through the warm-up once. Infinity where
 * the bars end before.
 *
 * @param timeline is used up
 * @param needed bars before the first decision, feed by feed in the order of the timeline's cursors
 */
export function firstTradableTime(timeline: Timeline, needed: readonly number[], fromMs: number): number {
  const gate = new WarmUpGate(needed, fromMs);
  while (timeline.advance()) {
    if (timeline.feed < 0) continue;
    timeline.take();
    if (gate.admit(timeline.feed, timeline.time)) return timeline.time;
  }
  return Infinity;
}

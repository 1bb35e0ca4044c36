import { InputError } from '@org/domain';
import type { Timeline } from '@org/market-data';
import { firstTradableTime } from './first-tradable-time.ts';

/**
 * When the first bar closes that may be traded on, in ms UTC; Infinity where the bars end within the warm-up.
 *
 * @param needed bars before the first decision, feed by feed
 * @throws InputError `span-without-bars` where no bar at all opens between `--from` and `--to`.
 */
export function firstDecision(
  openTimeline: () => Timeline,
  needed: readonly number[],
  fromMs: number,
): number {
  const time = firstTradableTime(openTimeline(), needed, fromMs);
  if (time !== Infinity || firstTradableTime(openTimeline(), [], fromMs) !== Infinity) return time;
  throw new InputError('span-without-bars', {
    what: 'no bar of the market opens between --from and --to',
    allowed: 'a span in which the market has bars',
  });
}

import type { CandleSeries } from '@org/domain';
import { mean } from './mean.ts';

/**
 * What doing nothing would have returned: bought at the open of the first bar, held to the last close, without costs;
 * with several markets in equal parts.
 *
 * From an open of 40,000 to a close of 50,000 is 0.25; with a second market that fell from 2,000 to 1,900 it is
 * (0.25 - 0.05) / 2 = 0.10. Null without bars.
 */
export function buyAndHold(markets: readonly CandleSeries[]): number | null {
  return mean(
    markets
      .filter(({ openTime }) => openTime.length > 0)
      .map(({ open, close }) => close[close.length - 1]! / open[0]! - 1),
  );
}

import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { Stretch } from './stretches.ts';

/** Interpolated values miss the middle of their neighbours by rounding alone. */
const TOLERANCE = 1e-9;

/**
 * Stretches of bars that somebody probably made up to fill a gap: open, high, low, close and volume all lie midway
 * between the bars before and behind. A market does not do that. Quiet bars, in which nothing traded or changed, are no
 * such stretch, since the volume must move.
 */
export function findStraightLines(series: CandleSeries): readonly Stretch[] {
  const { openTime } = series;
  const twice = 2 * INTERVAL_MS[series.interval];
  const stretches: Stretch[] = [];
  for (let bar = 1; bar + 1 < openTime.length; bar++) {
    const start = bar;
    while (
      bar + 1 < openTime.length &&
      openTime[bar + 1]! - openTime[bar - 1]! === twice &&
      isMidway(series, bar)
    ) {
      bar++;
    }
    if (bar > start) stretches.push({ openTime: openTime[start]!, bars: bar - start });
  }
  return stretches;
}

function isMidway({ open, high, low, close, volume }: CandleSeries, bar: number): boolean {
  return (
    isMiddle(close, bar) &&
    isMiddle(volume, bar) &&
    isMiddle(open, bar) &&
    isMiddle(high, bar) &&
    isMiddle(low, bar) &&
    volume[bar - 1] !== volume[bar + 1]
  );
}

function isMiddle(column: Float64Array, bar: number): boolean {
  const value = column[bar]!;
  return Math.abs(2 * value - column[bar - 1]! - column[bar + 1]!) <= TOLERANCE * value;
}

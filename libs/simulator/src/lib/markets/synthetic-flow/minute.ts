import type { Candle } from '@org/domain';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import type { BarPath } from '../bar-path/bar-path.ts';
import { barPath } from '../bar-path/bar-path.ts';
import { nearestLots, nearestTicks } from '../candle-path/nearest-steps.ts';
import type { MarketScale } from '../makers/makers.ts';

const MINUTES_A_DAY = 1440;
const CALMEST = 0.2;
const BUSIEST = 5;
const LEAST_REACH_TICKS = 2;

/** What is usual on a market. */
export interface Usual {
  /** Deviation of a day's return. */
  readonly dailyVolatility: number;
  /** In base. */
  readonly dailyVolume: number;
  readonly tradesPerMinute: number;
}

/** What a minute of a synthetic market will be like. */
export interface Minute {
  readonly openTime: number;
  /** Where the price should be, in ticks. */
  readonly path: BarPath;
  /** How many events there are, relative to the mean. */
  readonly activity: number;
  readonly scale: MarketScale;
  /** Lots that takers trade in a usual minute. */
  readonly usualLots: number;
}

/** The minute that a generated bar tells of. Busy minutes have more trades, and larger ones. */
export function minuteOf(candle: Candle, grid: SymbolGrid, usual: Usual): Minute {
  const ticks = (value: number): number => nearestTicks(value, grid);
  const { dailyVolume, dailyVolatility, tradesPerMinute } = usual;
  const usualVolume = dailyVolume / MINUTES_A_DAY;
  const busy = Math.sqrt(candle.volume / Math.max(usualVolume, Number.MIN_VALUE));
  const activity = Math.min(BUSIEST, Math.max(CALMEST, busy));
  const reach = ticks(candle.open) * dailyVolatility * Math.sqrt(1 / MINUTES_A_DAY);
  return {
    openTime: candle.openTime,
    path: barPath(ticks(candle.open), ticks(candle.high), ticks(candle.low), ticks(candle.close)),
    activity,
    scale: {
      reachTicks: Math.max(LEAST_REACH_TICKS, reach),
      tradeLots: Math.max(1, nearestLots(candle.volume, grid) / (tradesPerMinute * activity)),
    },
    usualLots: Math.max(1, nearestLots(usualVolume, grid)),
  };
}

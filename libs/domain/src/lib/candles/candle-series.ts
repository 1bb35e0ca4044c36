import type { Interval } from '../time/interval.ts';

/**
 * Bars of one market and interval as columns of one length, ascending in time. Bars may be missing (a gap); none is
 * invented. `openTime` is ms UTC.
 */
export interface CandleSeries {
  readonly symbol: string;
  readonly interval: Interval;
  readonly openTime: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

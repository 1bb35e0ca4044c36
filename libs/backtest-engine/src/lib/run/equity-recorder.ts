import type { CandleSeries } from '@org/domain';
import type { Times } from '../result/backtest-result.ts';
import { CloseTimes } from './close-times.ts';
import type { RunMemory } from './run-memory.ts';

/** Equity at every close, as columns; written once for each time slice in which a market's lowest interval closed. */
export class EquityRecorder {
  /** Beyond the points so far it may be anything. */
  declare readonly value: Float64Array;
  /** The bars whose closes the points are, where there is one series: their times need no column of their own. */
  declare private readonly only: CandleSeries | null;
  /** Empty where they need none. */
  declare private readonly time: Float64Array;
  private points = 0;
  /** When the last point was; NaN before the first. */
  private lastTime = NaN;

  /** @param series the bars of the lowest intervals; what closes is all that follows a certain bar */
  constructor(series: readonly CandleSeries[], memory: RunMemory) {
    const capacity = series.reduce((sum, { openTime }) => sum + openTime.length, 0);
    this.value = memory.take(capacity);
    this.only = series.length === 1 ? series[0]! : null;
    this.time = memory.take(this.only === null ? capacity : 0);
  }

  /** How many points there are. */
  get length(): number {
    return this.points;
  }

  /**
   * Takes what the account is worth when a bar closes. Bars of several markets that close together give one point, the
   * last.
   */
  record(time: number, equity: number): void {
    if (time !== this.lastTime) {
      this.lastTime = time;
      if (this.only === null) this.time[this.points] = time;
      this.points += 1;
    }
    this.value[this.points - 1] = equity;
  }

  /**
   * Takes in what somebody has written behind the points so far, up to so many. It belongs to the next closes of the only
   * series: each of them is a point of its own, and its time is known. Gives how many they are.
   */
  growTo(length: number): number {
    const more = length - this.points;
    this.points = length;
    return more;
  }

  /** The columns so far, as views. */
  columns(): { readonly time: Times; readonly value: Float64Array } {
    const { only, points: length } = this;
    return {
      time:
        only === null ? this.time.subarray(0, length) : new CloseTimes(only, only.openTime.length - length),
      value: this.value.subarray(0, length),
    };
  }
}

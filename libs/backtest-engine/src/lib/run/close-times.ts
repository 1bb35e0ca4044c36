import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { Times } from '../result/backtest-result.ts';

/** When the bars of a series closed, from one of them to the last: read off the bars, so that nobody keeps a column. */
export class CloseTimes implements Times {
  private readonly openTime: Float64Array;
  private readonly lengthMs: number;

  constructor({ openTime, interval }: CandleSeries, firstBar: number) {
    this.openTime = openTime.subarray(firstBar);
    this.lengthMs = INTERVAL_MS[interval];
  }

  get length(): number {
    return this.openTime.length;
  }

  at(index: number): number | undefined {
    const opened = this.openTime.at(index);
    return opened === undefined ? undefined : opened + this.lengthMs;
  }
}

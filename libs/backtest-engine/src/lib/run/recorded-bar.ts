import type { BarValues, Candle, CandleClosed, CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { FeedColumns } from '@org/strategies';

/** The bars of one feed as columns, with the indicator values that belong to each. */
export class RecordedColumns {
  readonly symbol: string;
  readonly interval: Interval;
  readonly lengthMs: number;
  readonly count: number;
  readonly openTime: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly values: FeedColumns;

  constructor(series: CandleSeries, values: FeedColumns) {
    this.symbol = series.symbol;
    this.interval = series.interval;
    this.lengthMs = INTERVAL_MS[series.interval];
    this.count = series.openTime.length;
    this.openTime = series.openTime;
    this.open = series.open;
    this.high = series.high;
    this.low = series.low;
    this.close = series.close;
    this.volume = series.volume;
    this.values = values;
  }
}

/**
 * A bar of a recorded series as the event that it has closed, which is its candle and its values as well: all of it is
 * read where it stands in the columns, and nothing of other bars. The same object can stand for one bar after the other.
 */
export class RecordedBar implements CandleClosed, Candle, BarValues {
  time = NaN;
  readonly #columns: RecordedColumns;
  readonly #values: FeedColumns;
  #index = 0;

  constructor(columns: RecordedColumns) {
    this.#columns = columns;
    this.#values = columns.values;
  }

  /** Stands for the bar at `index`, which closed at `time`, from now on. */
  standFor(index: number, time: number): this {
    this.#index = index;
    this.time = time;
    return this;
  }

  get kind(): 'candleClosed' {
    return 'candleClosed';
  }

  get symbol(): string {
    return this.#columns.symbol;
  }

  get interval(): Interval {
    return this.#columns.interval;
  }

  get candle(): Candle {
    return this;
  }

  get values(): BarValues {
    return this;
  }

  get openTime(): number {
    return this.#columns.openTime[this.#index]!;
  }

  get open(): number {
    return this.#columns.open[this.#index]!;
  }

  get high(): number {
    return this.#columns.high[this.#index]!;
  }

  get low(): number {
    return this.#columns.low[this.#index]!;
  }

  get close(): number {
    return this.#columns.close[this.#index]!;
  }

  get volume(): number {
    return this.#columns.volume[this.#index]!;
  }

  at(address: number): number {
    return this.#values.valueAt(this.#index, address);
  }

  /** The same event as plain data. */
  plain(): CandleClosed {
    const { kind, time, symbol, interval, openTime, open, high, low, close, volume } = this;
    const candle = { openTime, open, high, low, close, volume };
    return { kind, time, symbol, interval, candle, values: this.#values.valuesAt(this.#index) };
  }
}

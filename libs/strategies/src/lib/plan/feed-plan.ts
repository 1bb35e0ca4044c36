import type { Candle, CandleSeries, Interval, Json } from '@org/domain';

/** A market and interval. */
export interface Feed {
  readonly symbol: string;
  readonly interval: Interval;
}

/** The values of a whole series. */
export interface FeedColumns {
  /** A column for each output that is computed, as long as the series; NaN before the warm-up. */
  readonly outputs: readonly Float64Array[];
  /** For each address among the values of a bar: which output, and of how many bars ago. */
  readonly places: readonly { readonly output: number; readonly age: number }[];
  /** What `CandleClosed.values` of the bar at this index holds, in a new array. */
  valuesAt(index: number): number[];
}

/** Who has columns to write into. */
export interface ColumnRoom {
  /** A column of that length that nobody else uses; what it holds does not matter. */
  take(length: number): Float64Array;
}

/** The values of one bar after the other, the same bits that the columns hold. */
export interface FeedStream {
  /** Takes a closed bar, later than the one before, and gives what its `CandleClosed.values` holds, in a new array. */
  next(candle: Candle): number[];
  /** All that the stream remembers, as plain data. */
  snapshot(): Json;
  /**
   * Goes on from where the snapshot was taken.
   * @throws InputError `feed-snapshot` when it is none, SnapshotError when it was taken of other indicators.
   */
  restore(saved: Json): void;
}

/** One feed of a session: what is computed on its bars, and how long it must run before anyone decides. */
export interface FeedPlan extends Feed {
  /**
   * Bars before the first decision: from then on, and as far as any strategy looks back, another start of the data
   * would not change the values. An indicator that never forgets its start counts until it has a value.
   */
  readonly warmUp: number;
  /** How many values a bar carries. */
  readonly width: number;
  /** @param room where the values are written; new columns by default */
  columns(series: CandleSeries, room?: ColumnRoom): FeedColumns;
  openStream(): FeedStream;
}

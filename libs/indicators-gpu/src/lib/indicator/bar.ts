/**
 * One bar. `time` is the open of the bar in milliseconds UTC; prices are in the quote unit, `volume` in the base
 * unit. An indicator reads only the fields that its row names under `inputs`.
 */
export interface Bar {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** What an indicator may read: a field of the bar, or the close of another series beside it. */
export type Field = keyof Bar | 'benchmark';

/** A bar for loops that do not know which fields an indicator needs; one that is missing counts as a hole. */
export type LooseBar = Readonly<Partial<Record<Field, number>>>;

/**
 * The value of one field, NaN where there is none. Each field is read under its own name, which is several times as
 * fast as reading under a name that changes from indicator to indicator.
 */
export function readField(bar: LooseBar, field: Field): number {
  switch (field) {
    case 'close':
      return bar.close ?? NaN;
    case 'high':
      return bar.high ?? NaN;
    case 'low':
      return bar.low ?? NaN;
    case 'volume':
      return bar.volume ?? NaN;
    case 'open':
      return bar.open ?? NaN;
    case 'time':
      return bar.time ?? NaN;
    case 'benchmark':
      return bar.benchmark ?? NaN;
  }
}

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

/** A bar with every field that there is. */
export type WholeBar = Readonly<Record<Field, number>>;

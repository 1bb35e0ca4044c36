/** A hot path, and what it may take. */
export interface Target {
  readonly name: string;
  readonly count: number;
  /** The most nanoseconds for each of `count`. */
  readonly most: number;
  readonly prepare: (count: number) => () => number;
  /** What a run of so many must give. */
  readonly answer: (count: number) => number;
}

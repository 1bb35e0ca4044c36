/** A hot path, and what it may take. */
export interface Target {
  readonly name: string;
  readonly count: number;
  /** The most nanoseconds for each of `count`. */
  readonly most: number;
  readonly prepare: () => () => number;
  /** What the run must give. */
  readonly answer: number;
}

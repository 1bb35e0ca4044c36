/** One thing that is measured, and what it should reach. */
export interface Scenario {
  readonly name: string;
  /** The least (`bars/s`) or the most (`s`, `MB`) that is aimed at. */
  readonly target: number;
  readonly unit: 'bars/s' | 's' | 'MB';
  /** Whether the figure grows with the speed of the machine, and is to be put in relation to the yardstick. */
  readonly scales: boolean;
  /** Checks the answer; throws where it is wrong. Runs before any clock does. */
  check(): Promise<string> | string;
  /** Runs once and gives the figure in the scenario's unit. */
  measure(): Promise<number> | number;
}

/** Throws when an answer is not what it must be. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`wrong answer: ${what}`);
}

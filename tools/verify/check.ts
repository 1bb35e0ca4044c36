/** One thing that was checked and counts in the closing line. */
export interface Check {
  /** What was checked: `domain:lint`, or the full name of a test. */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What is to be read when it failed; empty where another check of the same file shows it. */
  readonly output: string;
}

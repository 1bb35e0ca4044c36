import type { Failure } from '@org/session';
import { describeFailure } from '@org/session';
import { explainStray } from '@org/strategy-loader';

/** What is said of an error that nobody caught, with the line of the strategy file that it came from. */
export function describeStray(error: unknown, cwd: string, debug: boolean): Failure {
  return describeFailure(explainStray(error, cwd), debug);
}

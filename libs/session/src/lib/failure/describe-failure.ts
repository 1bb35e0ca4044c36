import { InputError, OnestepError } from '@org/domain';

/** How an app ends. */
export const EXIT_CODE = {
  done: 0,
  ourFault: 1,
  badInput: 2,
  stoppedByRisk: 3,
  secondInterrupt: 130,
} as const;

/** What an app says, and with which code it ends, when something went wrong. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

/** One message for the reader; the stack only where it was asked for. What came from outside ends with code 2. */
export function describeFailure(error: unknown, debug: boolean): Failure {
  const exitCode = error instanceof InputError ? EXIT_CODE.badInput : EXIT_CODE.ourFault;
  return { text: debug ? stackOf(error) : messageOf(error), exitCode };
}

function messageOf(error: unknown): string {
  if (error instanceof OnestepError) return `error: ${error.message}`;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `error: ${message}\nThis is a fault of Onestep, not yours. Run it again with --debug to see where it happened.`;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

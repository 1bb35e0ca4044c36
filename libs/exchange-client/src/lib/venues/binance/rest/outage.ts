import type { RestOutcome } from './rest-outcome.ts';

/** Whether an outcome says that the exchange cannot be reached or cannot answer, as opposed to: has answered no. */
export function isOutage(outcome: RestOutcome): boolean {
  switch (outcome.kind) {
    case 'answer':
    case 'refusal':
      return false;
    case 'unknown':
      return true;
    case 'notSent':
      return (
        outcome.reason !== 'limit' && outcome.reason !== 'backingOff' && outcome.reason !== 'circuitOpen'
      );
  }
}

import type { RestOutcome } from './rest-outcome.ts';

/** Reasons that are ours, and say nothing of the exchange. */
const OURS: ReadonlySet<string> = new Set(['limit', 'backingOff', 'circuitOpen', 'closed']);

/** Whether an outcome says that the exchange cannot be reached or cannot answer, as opposed to: has answered no. */
export function isOutage(outcome: RestOutcome): boolean {
  switch (outcome.kind) {
    case 'answer':
    case 'refusal':
      return false;
    case 'unknown':
    case 'notSent':
      return !OURS.has(outcome.reason);
  }
}

import { Pace } from './pace.ts';

/** The exchange takes 300 attempts to connect in 5 minutes from one address; others may share ours. */
const MOST_ATTEMPTS = 240;
const WINDOW_MS = 300_000;

/** A pace that all connections from one address keep together. */
export function connectionAttempts(): Pace {
  return new Pace(MOST_ATTEMPTS, WINDOW_MS);
}

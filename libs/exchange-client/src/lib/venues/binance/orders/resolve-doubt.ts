import type { Clock, QueryAnswer } from '@org/domain';

/** Pauses between questions about an order in doubt. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;

export interface DoubtTerms {
  readonly clock: Pick<Clock, 'schedule'>;
  /** For how long the exchange must have known no such order before that is believed. */
  readonly graceMs: number;
  /** Whether the answer is still wanted. */
  readonly isWanted: () => boolean;
}

/**
 * Asks about an order in doubt until the exchange knows it, or has not known it for the whole grace period: a query can
 * lag behind the order itself. A question without an answer says nothing, and the period begins anew after it. While the
 * exchange does not answer, the doubt remains and the questions go on, as long as somebody wants to know.
 */
export async function resolveDoubt(
  ask: () => Promise<QueryAnswer>,
  { clock, graceMs, isWanted }: DoubtTerms,
): Promise<QueryAnswer> {
  // Counted in pauses: a clock that is put right while we wait must not end the period.
  let absentMs = 0;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const answer = await ask();
    if (answer.kind === 'accepted' || !isWanted()) return answer;
    if (answer.kind === 'absent' && absentMs >= graceMs) return answer;
    await new Promise<void>((resolve) => clock.schedule(pauseMs, resolve));
    absentMs = answer.kind === 'absent' ? absentMs + pauseMs : 0;
  }
}

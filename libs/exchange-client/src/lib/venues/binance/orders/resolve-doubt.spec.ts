import type { QueryAnswer } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import { resolveDoubt } from './resolve-doubt.ts';

const UNKNOWN: QueryAnswer = { kind: 'unknown', reason: 'no answer' };
const ABSENT: QueryAnswer = { kind: 'absent' };

/** Asks with these answers, the last of them for ever; the clock goes on by itself. */
async function resolve(answers: readonly QueryAnswer[], isWanted = () => true) {
  const clock = new ManualClock(0);
  let asked = 0;
  const times: number[] = [];
  const ask = () => {
    times.push(clock.now());
    asked += 1;
    return Promise.resolve(answers[Math.min(asked, answers.length) - 1] ?? UNKNOWN);
  };
  let isDone = false;
  const doubt = resolveDoubt(ask, { clock, graceMs: 3000, isWanted }).finally(() => (isDone = true));
  while (!isDone) {
    await new Promise((next) => setImmediate(next));
    clock.pass(50);
  }
  return { answer: await doubt, times };
}

describe('an order in doubt', () => {
  it('is absent only when it was so for the whole grace period, asked for with growing pauses', async () => {
    const { answer, times } = await resolve([ABSENT]);
    expect([answer, times]).toEqual([ABSENT, [0, 250, 750, 1750, 3750]]);
  });

  it('stays in doubt while nobody answers', async () => {
    const { answer, times } = await resolve([UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, ABSENT]);
    expect(answer).toEqual(ABSENT);
    // The grace period began with the first answer, after 5.75 s.
    expect(times.at(-1)).toBeGreaterThanOrEqual(5750 + 3000);
  });

  it('is given up with its last answer where nobody wants to know any more', async () => {
    expect((await resolve([UNKNOWN], () => false)).answer).toEqual(UNKNOWN);
  });
});

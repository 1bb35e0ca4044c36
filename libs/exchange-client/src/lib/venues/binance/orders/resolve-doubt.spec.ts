import type { QueryAnswer } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import { resolveDoubt } from './resolve-doubt.ts';

const UNKNOWN: QueryAnswer = { kind: 'unknown', reason: 'no answer' };
const ABSENT: QueryAnswer = { kind: 'absent' };

/** Asks with these answers, the last of them for ever; the clock goes on by itself, and steps at each question. */
async function resolve(answers: readonly QueryAnswer[], isWanted = () => true, stepMs = 0) {
  const clock = new ManualClock(0);
  let asked = 0;
  const times: number[] = [];
  const ask = () => {
    times.push(clock.now());
    clock.lose(stepMs);
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

  it('is not absent yet where a question in between was not answered: the grace period begins anew', async () => {
    const { answer, times } = await resolve([ABSENT, UNKNOWN, UNKNOWN, UNKNOWN, ABSENT]);
    expect([answer, times]).toEqual([ABSENT, [0, 250, 750, 1750, 3750, 5750, 7750]]);
  });

  it('C2: is not absent yet where a wall clock was put forward meanwhile', async () => {
    const { times } = await resolve([ABSENT], () => true, 3_600_000);
    expect(times.length).toBe(5);
  });

  it('is given up with its last answer where nobody wants to know any more', async () => {
    expect((await resolve([UNKNOWN], () => false)).answer).toEqual(UNKNOWN);
  });
});

import type { ComputeIntent, Json, SetTimerIntent } from '@org/domain';
import { refuseUnknownWords } from './refuse-unknown-words.ts';

/** When to be woken. */
export interface TimerWords {
  /** Default: `main`. Setting a name again moves it. */
  readonly name?: string;
  /** Milliseconds UTC. */
  readonly time: number;
}

/** Heavy work that does not fit into a decision. */
export interface ComputeWords {
  /** What to compute, by the name under which the shell knows it. */
  readonly task: string;
  readonly input?: Json;
}

const TIMER_WORDS = new Set(['name', 'time'] satisfies (keyof TimerWords)[]);
const COMPUTE_WORDS = new Set(['task', 'input'] satisfies (keyof ComputeWords)[]);

/**
 * Asks to be woken: a later decision has a `timerFired` of this name as its trigger.
 *
 * @throws InputError `strategy-decision` for a word that a timer does not have.
 */
export function setTimer(words: TimerWords): SetTimerIntent {
  refuseUnknownWords('setTimer', words, TIMER_WORDS);
  const { name = 'main', time } = words;
  return { kind: 'setTimer', name, time };
}

/**
 * Asks for heavy work: a later decision has a `computed` of this task as its trigger.
 *
 * @throws InputError `strategy-decision` for a word that such work does not have.
 */
export function compute(words: ComputeWords): ComputeIntent {
  refuseUnknownWords('compute', words, COMPUTE_WORDS);
  const { task, input = null } = words;
  return { kind: 'compute', task, input };
}

import type { ComputeIntent, Json, SetTimerIntent } from '@org/domain';

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

/** Asks to be woken: a later decision has a `timerFired` of this name as its trigger. */
export function setTimer({ name = 'main', time }: TimerWords): SetTimerIntent {
  return { kind: 'setTimer', name, time };
}

/** Asks for heavy work: a later decision has a `computed` of this task as its trigger. */
export function compute({ task, input = null }: ComputeWords): ComputeIntent {
  return { kind: 'compute', task, input };
}

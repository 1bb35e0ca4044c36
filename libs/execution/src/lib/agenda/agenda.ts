import type { Compute, Computed, Json, SetTimer, TimerFired } from '@org/domain';
import { InputError } from '@org/domain';

/** Heavy work that strategies may ask for by name: its answer comes `delayMs` of market time later. */
export interface ComputeTask {
  readonly delayMs: number;
  compute(input: Json): Json;
}

/** Timers and results that are still to come, in market time: the same in the backtest and in a replayed session. */
export class Agenda {
  readonly #tasks: ReadonlyMap<string, ComputeTask>;
  #entries: readonly (TimerFired | Computed)[] = [];
  #nextTime = Infinity;
  /** The timer that fired last. */
  #fired: TimerFired | null = null;

  constructor(tasks: ReadonlyMap<string, ComputeTask> = new Map()) {
    this.#tasks = tasks;
  }

  /** When the next entry is due, in ms UTC; Infinity for an empty agenda. */
  get nextTime(): number {
    return this.#nextTime;
  }

  /**
   * Sets a timer; one of the same name and strategy is moved. A time that has passed means as soon as can be.
   *
   * @throws InputError `timer-at-once` for one that is due at the moment at which a timer of its strategy has just fired:
   *   the strategy would wake itself without an end, and time would stand still.
   */
  setTimer({ time, strategyId, name, fireTime }: SetTimer): void {
    if (this.#fired?.strategyId === strategyId && Math.max(time, fireTime) <= this.#fired.time) {
      throw timerAtOnce(strategyId, name, fireTime, this.#fired.time);
    }
    const others = this.#entries.filter(
      (entry) => entry.kind !== 'timerFired' || entry.strategyId !== strategyId || entry.name !== name,
    );
    const timer = { kind: 'timerFired', time: Math.max(time, fireTime), strategyId, name } as const;
    this.#keep(inserted(others, timer));
  }

  /**
   * Does the work of a task and keeps its result until it is due.
   *
   * @throws InputError `compute-task-unknown` with the names of the tasks there are.
   */
  compute({ time, strategyId, task, input }: Compute): void {
    const known = this.#tasks.get(task);
    if (known === undefined) {
      throw new InputError('compute-task-unknown', {
        what: `strategy ${strategyId} asks for a computation that this session does not have`,
        found: task,
        allowed: [...this.#tasks.keys()].join(', ') || 'none',
      });
    }
    const result = known.compute(input);
    const computed = { kind: 'computed', time: time + known.delayMs, strategyId, task, result } as const;
    this.#keep(inserted(this.#entries, computed));
  }

  /** Takes the next entry that is due before `timeMs`, undefined when there is none. */
  takeBefore(timeMs: number): TimerFired | Computed | undefined {
    const next = this.#entries[0];
    if (next === undefined || next.time >= timeMs) return undefined;
    this.#keep(this.#entries.slice(1));
    if (next.kind === 'timerFired') this.#fired = next;
    return next;
  }

  #keep(entries: readonly (TimerFired | Computed)[]): void {
    this.#entries = entries;
    this.#nextTime = entries[0]?.time ?? Infinity;
  }
}

/** Sorted by time; entries of one time keep the order in which they came. */
function inserted<T extends { readonly time: number }>(entries: readonly T[], entry: T): readonly T[] {
  const at = entries.findIndex(({ time }) => time > entry.time);
  return at < 0 ? [...entries, entry] : [...entries.slice(0, at), entry, ...entries.slice(at)];
}

function timerAtOnce(strategyId: string, name: string, fireTime: number, now: number): InputError {
  return new InputError('timer-at-once', {
    what: `strategy ${strategyId} sets timer ${name} for the moment at which a timer of it has fired, or earlier`,
    found: `${fireTime} ms`,
    allowed: `a time after ${now} ms, which is ${new Date(now).toISOString()}`,
  });
}

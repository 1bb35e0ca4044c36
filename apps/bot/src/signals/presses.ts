import type { Observable } from 'rxjs';
import { EMPTY, filter, ignoreElements, scan, shareReplay, startWith, take, timeout } from 'rxjs';

/** How long npm, on a busy machine, may take to pass a signal on. */
const NPM_ECHO_MS = 1000;

/** What a person asks for who presses Ctrl-C, once and again. */
export interface Presses {
  /** One value, when the session is asked to end for the second time. */
  readonly second$: Observable<number>;
  /**
   * Completes when no signal is under way to this process. Who ends earlier can be killed by the echo of the signal
   * that it has just obeyed.
   */
  readonly settled$: Observable<never>;
}

/**
 * Counts signals into presses. A press comes as one signal, but as two under npm, which passes on what the terminal
 * has sent to everyone already. Only the count tells the echo from a second press, since either can come late.
 */
export function countPresses(signal$: Observable<string>, env: NodeJS.ProcessEnv): Presses {
  const signalsAPress = env['npm_lifecycle_event'] === undefined ? 1 : 2;
  const count$ = signal$.pipe(
    scan((count) => count + 1, 0),
    startWith(0),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  return {
    second$: count$.pipe(
      filter((count) => count > signalsAPress),
      take(1),
    ),
    settled$: count$.pipe(
      filter((count) => count === 0 || count >= signalsAPress),
      take(1),
      timeout({ first: NPM_ECHO_MS, with: () => EMPTY }),
      ignoreElements(),
    ),
  };
}

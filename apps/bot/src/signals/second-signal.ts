import type { Clock } from '@org/domain';
import type { OperatorFunction } from 'rxjs';
import { defer, filter, take } from 'rxjs';

/** npm passes a signal on to who has had it from the terminal already: one press of Ctrl-C comes twice. */
const NPM_ECHO_MS = 500;

/** Gives the signal by which an impatient person asks for the second time. */
export function secondSignal(
  clock: Pick<Clock, 'now'>,
  env: NodeJS.ProcessEnv,
): OperatorFunction<string, string> {
  const echoMs = env['npm_lifecycle_event'] === undefined ? 0 : NPM_ECHO_MS;
  return (signal$) =>
    defer(() => {
      let first: number | undefined;
      return signal$.pipe(
        filter(() => {
          const now = clock.now();
          const isSecond = first !== undefined && now - first >= echoMs;
          first ??= now;
          return isSecond;
        }),
        take(1),
      );
    });
}

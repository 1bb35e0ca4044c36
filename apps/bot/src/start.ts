import { resolve } from 'node:path';
import { EXIT_CODE } from '@org/session';
import { fromEvent, map, merge, share } from 'rxjs';
import { bot$ } from './bot.ts';
import { systemClock } from './clock/system-clock.ts';
import { countPresses } from './signals/presses.ts';

/** For a terminal that does not say how wide it is. */
const DEFAULT_COLUMNS = 100;

const signal$ = merge(
  ...['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => fromEvent(process, name).pipe(map(() => name))),
).pipe(share());

const presses = countPresses(signal$, process.env);
const impatience = presses.second$.subscribe(() => process.exit(EXIT_CODE.secondInterrupt));

/** Who reads along may leave, as `head` does: then the bot ends in order too. */
const deaf$ = fromEvent(process.stdout, 'error').pipe(
  map(() => 'a closed output'),
  share(),
);
const deafness = deaf$.subscribe();

bot$(process.argv.slice(2), {
  cwd: resolve(process.env['INIT_CWD'] ?? process.cwd()),
  env: process.env,
  clock: systemClock,
  stop$: merge(signal$, deaf$),
  columns: process.stdout.isTTY ? process.stdout.columns || DEFAULT_COLUMNS : null,
}).subscribe({
  next: ({ to, text, exitCode }) => {
    (to === 'out' ? process.stdout : process.stderr).write(text);
    if (exitCode !== undefined) process.exitCode = exitCode;
  },
  complete: () => {
    deafness.unsubscribe();
    presses.settled$.subscribe({ complete: () => impatience.unsubscribe() });
  },
});

import { resolve } from 'node:path';
import { describeFailure, EXIT_CODE } from '@org/session';
import { explainStray } from '@org/strategy-loader';
import { fromEvent, map, merge, share, tap } from 'rxjs';
import { bot$ } from './bot.ts';
import { systemClock } from './clock/system-clock.ts';
import { countPresses } from './signals/presses.ts';

/** For a terminal that does not say how wide it is. */
const DEFAULT_COLUMNS = 100;

/** How long what is still under way at the end may take. */
const GRACE_MS = 1000;

const cwd = resolve(process.env['INIT_CWD'] ?? process.cwd());

const signal$ = merge(
  ...['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => fromEvent(process, name).pipe(map(() => name))),
).pipe(share());

const presses = countPresses(signal$, process.env);
const impatience = presses.second$.subscribe(() => process.exit(EXIT_CODE.secondInterrupt));

/** What the process ends with, whatever the session says. */
let faultCode: number | undefined;

/** Who reads along may leave, as `head` does: then the bot ends in order too. That a disk is full is told, once. */
const deaf$ = fromEvent(process.stdout, 'error', (error: NodeJS.ErrnoException) => error).pipe(
  tap(({ code, message }) => {
    if (code === 'EPIPE' || faultCode !== undefined) return;
    process.exitCode = faultCode = EXIT_CODE.badInput;
    process.stderr.write(`error: the output cannot be written; found ${message}\n`);
  }),
  map(({ code }) => (code === 'EPIPE' ? 'a closed output' : 'an output that cannot be written')),
  share(),
);
const deafness = deaf$.subscribe();

/** Of an error that cannot be told nobody is told; left alone, it would be a fault, which is told, which fails again. */
process.stderr.on('error', () => undefined);

/** What a strategy lets go, a promise or a timer, fails where nobody can catch it: the session ends by it in order. */
const stray$ = fromEvent(process, 'uncaughtException', (error: unknown) => error).pipe(
  map((error) => describeFailure(explainStray(error, cwd), process.argv.includes('--debug'))),
  tap(({ text, exitCode }) => {
    process.stderr.write(`${text}\n`);
    process.exitCode = faultCode = exitCode;
  }),
  map(() => 'a fault'),
  share(),
);
stray$.subscribe();

bot$(process.argv.slice(2), {
  cwd,
  env: process.env,
  clock: systemClock,
  stop$: merge(signal$, deaf$, stray$),
  columns: process.stdout.isTTY ? process.stdout.columns || DEFAULT_COLUMNS : null,
}).subscribe({
  next: ({ to, text, exitCode }) => {
    (to === 'out' ? process.stdout : process.stderr).write(text);
    if (exitCode !== undefined) process.exitCode = faultCode ?? exitCode;
  },
  complete: () => {
    deafness.unsubscribe();
    presses.settled$.subscribe({
      complete: () => {
        impatience.unsubscribe();
        // A timer that a strategy file has set must not hold up the end.
        setTimeout(() => process.exit(), GRACE_MS).unref();
      },
    });
  },
});

import type { Clock } from '@org/domain';
import { describeFailure, EXIT_CODE } from '@org/session';
import type { Observable } from 'rxjs';
import { catchError, concatMap, defaultIfEmpty, defer, from, of, takeUntil } from 'rxjs';
import type { BotFlags } from './flags/bot-flags.ts';
import { readFlags } from './flags/bot-flags.ts';
import { preparePaperSession } from './paper-session.ts';
import { tellSession$ } from './tell-session.ts';

/** The world around the bot: the process, or what a test puts in its place. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  /** Each value asks the bot to end: the name of a signal. */
  readonly stop$: Observable<string>;
  /** The width of the terminal that shows the output; null where none does. */
  readonly columns: number | null;
}

/** What the bot has to say; the last word comes with the exit code. */
export interface BotWord {
  readonly to: 'out' | 'err';
  readonly text: string;
  readonly exitCode?: number;
}

/** The bot from its command line to its exit code. Cold; unsubscribing ends it at once and closes what it opened. */
export function bot$(args: readonly string[], around: Surroundings): Observable<BotWord> {
  return defer((): Observable<BotWord> => {
    const read = readFlags(args);
    if (read.flags !== null) return session$(read.flags, around);
    const { text, isHelp } = read;
    return isHelp ? lastWord('out', text, EXIT_CODE.done) : lastWord('err', text, EXIT_CODE.badInput);
  }).pipe(
    catchError((error: unknown) => {
      const { text, exitCode } = describeFailure(error, args.includes('--debug'));
      return lastWord('err', `${text}\n`, exitCode);
    }),
  );
}

function session$(flags: BotFlags, around: Surroundings): Observable<BotWord> {
  return from(preparePaperSession(flags, around)).pipe(
    takeUntil(around.stop$),
    concatMap((paper) => tellSession$(paper, { ...around, json: flags.json === true })),
    defaultIfEmpty<BotWord, BotWord>({
      to: 'out',
      text: 'stopped before it began\n',
      exitCode: EXIT_CODE.done,
    }),
  );
}

function lastWord(to: BotWord['to'], text: string, exitCode: number): Observable<BotWord> {
  return of({ to, text, exitCode });
}

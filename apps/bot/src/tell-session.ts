import { join } from 'node:path';
import { types } from 'node:util';
import { unheededKeys } from '@org/config';
import type { Clock } from '@org/domain';
import type { TradingState } from '@org/execution';
import { checkStates, EXIT_CODE } from '@org/session';
import { createLogger } from '@org/telemetry';
import type { Observable } from 'rxjs';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  of,
  ReplaySubject,
  tap,
  throwError,
} from 'rxjs';
import type { BotWord } from './bot.ts';
import type { PaperSession } from './paper-session.ts';
import { COMMAND_FILE, NO_RECORD, openCommandFile } from './record/command-file.ts';
import { logMoment } from './record/log-moment.ts';
import { runSession$ } from './run-session.ts';
import { chooseScreen } from './screen/choose-screen.ts';
import type { SessionFacts } from './screen/header.ts';
import { startView } from './view/session-view.ts';

/** Who is told, and what the session runs among. */
export interface Listener {
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly stop$: Observable<string>;
  readonly columns: number | null;
  readonly json: boolean;
}

/** Runs a session and puts it into words: a header, what happens, and a summary that comes with the exit code. */
export function tellSession$(paper: PaperSession, listener: Listener): Observable<BotWord> {
  return defer(() => {
    const { desk, config, out, logDirectory: directory } = paper;
    const { clock, stop$, env } = listener;
    // The first line is logged before anybody listens.
    const unlogged$ = new ReplaySubject<unknown>(1);
    const onFileFailure = (error: unknown) => unlogged$.next(error);
    const log = createLogger({ level: config.log.level, directory, terminal: null, clock, onFileFailure });
    const record = out === null ? NO_RECORD : openCommandFile(out);
    let view = startView(desk);
    const startEquity = view.state.equity;
    const screen = chooseScreen(desk, startEquity, { ...listener, colour: !env['NO_COLOR'] });
    const facts = sessionFacts(paper, record.earlier);
    log.info('session begins', { facts });

    const told$ = runSession$(paper, { clock, stop$, record }).pipe(
      tap((moment) => {
        view = moment.view;
        logMoment(log, moment);
      }),
      map((moment) => word(screen.show(moment, clock.now()))),
      filter(({ text }) => text !== ''),
      tap({ error: (error: unknown) => log.error('session failed', { error }) }),
      finalize(record.close),
    );
    const summary$ = defer(() => {
      const why = whyEnded(view.state);
      log.info('session ended', { why, equity: view.state.equity });
      return of(word(screen.end({ desk, view, startEquity, why })));
    });
    const end$ = summary$.pipe(map((summary) => ({ ...summary, exitCode: exitCodeOf(view.state) })));
    const closed$ = defer(() => log.close()).pipe(ignoreElements());
    // Who holds a position must read what it is and where its stop lies, above all when something went wrong.
    const failed$ = (error: unknown) =>
      concat(
        summary$,
        closed$,
        throwError(() => error),
      );
    const checked$ = defer(() => {
      checkStates(desk.setup, view.state);
      return EMPTY;
    });
    const session$ = concat(told$, checked$).pipe(catchError(failed$));
    const all$ = concat(of(word(screen.begin(facts))), session$, end$, closed$);
    return merge(
      unlogged$.pipe(map((error) => warning(error, listener))),
      all$.pipe(finalize(() => unlogged$.complete())),
    );
  });
}

function word(text: string): BotWord {
  return { to: 'out', text };
}

/** Of a log that fails a person is told beside it; the session goes on. */
function warning(error: unknown, { columns }: Listener): BotWord {
  const reason = types.isNativeError(error) ? error.message : String(error);
  const text = `warning: the log cannot be written: ${reason}; the session goes on without it until it can\n`;
  return { to: 'err', text: columns === null ? text : `\n${text}` };
}

function whyEnded({ risk: { halt } }: TradingState): string {
  return halt.kind === 'killSwitch' ? halt.reason : 'the market has no further bars';
}

/** A person who ends a session is obeyed; a session that a limit has stopped says so. */
function exitCodeOf({ risk: { halt } }: TradingState): number {
  return halt.kind === 'drawdown' ? EXIT_CODE.stoppedByRisk : EXIT_CODE.done;
}

function sessionFacts(paper: PaperSession, earlierCommandFile: string | null): SessionFacts {
  const { options, market, session, config, desk, out } = paper;
  const { speed, span, cash, fee, slippage, participation } = options;
  return {
    ...{ speed, span, cash, fee, slippage, participation },
    market: market.name,
    feeds: market.markets.map(({ instrument, interval }) => `${instrument.symbol} ${interval}`),
    warnings: [...market.warnings, ...unheededKeys(config)],
    seated: session.seated,
    limits: config.risk,
    quote: desk.quote.code,
    warmUpBars: Math.max(0, ...session.feeds.map(({ warmUp }) => warmUp)),
    commandFile: out === null ? null : join(out, COMMAND_FILE),
    earlierCommandFile,
    flattenOnExit: paper.flattenOnExit,
  };
}

import type { BarVenue, Command, KillSwitch, TradingEvent } from '@org/domain';
import type { ComputeTask, Desk, SteppedEvent, TradingState } from '@org/execution';
import {
  Agenda,
  dropRepeatedBars,
  runSteps,
  startTrading,
  throughBarVenue,
  tradingStep,
} from '@org/execution';
import type { Observable } from 'rxjs';
import { catchError, concat, defer, map, merge, of, Subject, takeUntil, tap, throwError } from 'rxjs';
import type { SessionFeed } from './compute-values.ts';
import { computeValues } from './compute-values.ts';
import type { MarketItem } from './market-item.ts';
import { sliceByTime } from './slice-by-time.ts';
import { untilSettled } from './until-settled.ts';

/** What a session runs on. */
export interface TradeParts {
  readonly desk: Desk;
  /** Fresh for each session. */
  readonly venue: BarVenue;
  readonly feeds: readonly SessionFeed[];
  readonly market$: Observable<MarketItem>;
  /** Somebody ends the session: the kill switch, pulled at the time of the newest event. */
  readonly stop$: Observable<Pick<KillSwitch, 'mode' | 'reason'>>;
  /** Bars that open earlier only warm up; ms UTC, `-Infinity` for none. */
  readonly fromMs: number;
  /** Keeps a command, before it is carried out. */
  readonly record: (command: Command) => void;
  readonly tasks?: ReadonlyMap<string, ComputeTask>;
}

/**
 * Trades: market → bars counted once → indicator streams → time slices → through the venue → the step → its commands
 * carried out. Cold; gives every step that was taken, and completes at the end of the market, or, once stopped, when
 * everything on its way has been answered. A fault, in a strategy or in what keeps the commands, cancels entries in a last
 * step, and then is the error.
 */
export function trade$(parts: TradeParts): Observable<SteppedEvent> {
  const { desk, venue, feeds, market$, stop$, fromMs } = parts;
  return defer(() => {
    const agenda = new Agenda(parts.tasks);
    const answered$ = new Subject<TradingEvent>();
    const marketOver$ = new Subject<void>();
    let state = startTrading(desk, 0);
    /** The step whose commands are being carried out. */
    let underWay: readonly SteppedEvent[] = [];

    const fromMarket$ = market$.pipe(
      dropRepeatedBars(),
      computeValues(feeds, fromMs),
      sliceByTime(feeds.map(({ plan }) => plan)),
      throughBarVenue(venue, answered$, agenda),
      tap({ complete: () => marketOver$.next() }),
    );
    const fromPeople$ = stop$.pipe(
      map(({ mode, reason }): TradingEvent => ({ kind: 'killSwitch', time: state.time, mode, reason })),
      takeUntil(marketOver$),
    );

    return merge(fromPeople$, fromMarket$).pipe(
      runSteps(desk, state),
      tap((step) => {
        state = step.state;
        underWay = [step];
        for (const command of step.commands) carryOut(command, parts, agenda);
        underWay = [];
        answered$.next(step.event);
      }),
      untilSettled(),
      catchError((error: unknown) =>
        concat(
          underWay,
          stepAfterFault$(state, parts, agenda),
          throwError(() => error),
        ),
      ),
    );
  });
}

/**
 * A fault ends the session, but not without calling off its entries: protection stays where it is. What can no longer be
 * written down is called off all the same.
 */
function stepAfterFault$(state: TradingState, parts: TradeParts, agenda: Agenda): Observable<SteppedEvent> {
  return defer(() => {
    const { time } = state;
    const event: TradingEvent = { kind: 'killSwitch', time, mode: 'noEntries', reason: 'stopped by a fault' };
    const step = tradingStep(parts.desk, state, event);
    const record = (command: Command) => attempt(() => parts.record(command));
    for (const command of step.commands) carryOut(command, { ...parts, record }, agenda);
    return of({ event, state: step.state, commands: step.commands });
  });
}

/** For what has failed before and was told. */
function attempt(task: () => void): void {
  try {
    task();
  } catch {
    return;
  }
}

function carryOut(command: Command, { venue, record }: TradeParts, agenda: Agenda): void {
  record(command);
  switch (command.kind) {
    case 'place':
    case 'placePair':
    case 'cancel':
      return venue.submit(command);
    case 'setTimer':
      return agenda.setTimer(command);
    case 'compute':
      return agenda.compute(command);
    default:
      return;
  }
}

import type { Clock, KillSwitch } from '@org/domain';
import type { SteppedEvent } from '@org/execution';
import { replay$ } from '@org/market-data';
import { createBarSimulator } from '@org/simulator';
import type { Observable } from 'rxjs';
import { map, scan, share, take } from 'rxjs';
import type { PaperSession } from './paper-session.ts';
import { trade$ } from './pipeline/trade.ts';
import type { CommandRecord } from './record/command-file.ts';
import type { Moment } from './view/session-view.ts';
import { startView, viewAfter } from './view/session-view.ts';

/** What a session needs of the world around it. */
export interface SessionWorld {
  readonly clock: Clock;
  /** The first value ends the session in order: the name of what asks for it, such as SIGINT. */
  readonly stop$: Observable<string>;
  readonly record: CommandRecord;
}

/** Trades on paper: the market replayed at its speed, through a simulated exchange. Cold; gives every moment. */
export function runSession$(paper: PaperSession, { clock, stop$, record }: SessionWorld): Observable<Moment> {
  const { options, session, desk, feeds, pacedFrom, fromMs } = paper;
  const { fee, slippage, participation } = options;
  const stopOnce$ = stop$.pipe(take(1), share());
  const { instruments, deposits } = session.trading;
  const bases = new Set(
    feeds.filter(({ isBase }) => isBase).map(({ plan }) => `${plan.symbol} ${plan.interval}`),
  );
  const isBase = (symbol: string, interval: string) => bases.has(`${symbol} ${interval}`);
  const start = startView(desk);

  return trade$({
    desk,
    venue: createBarSimulator({
      ...{ instruments, deposits, slippage, participation },
      fees: { maker: fee, taker: fee, asset: 'received' },
    }),
    feeds,
    market$: replay$(paper.openTimeline, { speed: options.speed, clock, pacedFrom, hurry$: stopOnce$ }),
    stop$: stopOnce$.pipe(map((signal) => killSwitch(signal, paper.flattenOnExit))),
    fromMs,
    record: record.write,
  }).pipe(
    scan<SteppedEvent, Moment, Pick<Moment, 'view'>>(
      ({ view: before }, stepped) => ({
        before,
        stepped,
        view: viewAfter(desk, before, stepped, isBase),
      }),
      { view: start },
    ),
  );
}

function killSwitch(signal: string, flatten: boolean): Pick<KillSwitch, 'mode' | 'reason'> {
  return { mode: flatten ? 'flatten' : 'noEntries', reason: `stopped by ${signal}` };
}

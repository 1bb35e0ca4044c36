import type { BarVenue, OrderCommand, OrderEvent, SetTimer, TradingEvent } from '@org/domain';
import { quantity } from '@org/domain';
import { delay, of, Subject, VirtualTimeScheduler } from 'rxjs';
import {
  BTCUSDT,
  closedBar,
  fillOf,
  OPEN_LIMITS,
  scriptedStrategy,
  Session,
} from '../../testing/desk-fixture.ts';
import { Agenda } from '../agenda/agenda.ts';
import { startTrading } from '../state/start-trading.ts';
import { runSteps } from './run-steps.ts';
import { throughBarVenue } from './through-bar-venue.ts';

/** A venue that accepts what was placed when its next bar opens, and fills it. */
class EagerVenue implements BarVenue {
  readonly #placed: string[] = [];
  readonly #events: OrderEvent[] = [];
  #tradeId = 0;

  openBar(symbol: string, _candle: unknown, closeTime: number): void {
    for (const clientOrderId of this.#placed.splice(0)) {
      this.#events.push({ kind: 'orderAccepted', time: closeTime - 1, symbol, clientOrderId });
      this.#events.push(
        fillOf(clientOrderId, { time: closeTime - 1, tradeId: ++this.#tradeId, price: 50_000, size: 0.01 }),
      );
    }
  }

  nextEvent(): OrderEvent | undefined {
    return this.#events.shift();
  }

  submit(command: OrderCommand): void {
    if (command.kind === 'place') this.#placed.push(command.clientOrderId);
  }
}

const slices = [0, 1, 2].map((bar) => {
  const event = closedBar(bar, 50_000);
  return [{ event, matched: event }];
});

function record(late: boolean): string[] {
  const strategy = scriptedStrategy((_facts, n) =>
    n > 0
      ? []
      : [
          {
            kind: 'place',
            slot: 'main',
            symbol: BTCUSDT.symbol,
            side: 'buy',
            size: { by: 'quote', quote: 500 },
            pricing: { type: 'market' },
            reason: 'test',
          },
        ],
  );
  const { desk } = new Session([strategy], OPEN_LIMITS);
  const venue = new EagerVenue();
  const answered$ = new Subject<TradingEvent>();
  const scheduler = new VirtualTimeScheduler();
  const seen: string[] = [];
  const event$ = of(...slices).pipe(throughBarVenue(venue, answered$));
  (late ? event$.pipe(delay(7, scheduler)) : event$).pipe(runSteps(desk, startTrading(desk, 0))).subscribe({
    next: ({ event, commands }) => {
      seen.push(`${event.time} ${event.kind}`);
      for (const command of commands) if (command.kind === 'place') venue.submit(command);
      answered$.next(event);
    },
    complete: () => seen.push('complete'),
  });
  scheduler.flush();
  return seen;
}

describe('bars that pass through a venue', () => {
  const expected = [
    '60000 candleClosed',
    '119999 orderAccepted',
    '119999 orderFilled',
    '120000 candleClosed',
    '180000 candleClosed',
    'complete',
  ];

  it('come after all that happened to our orders in them', () => {
    expect(record(false)).toEqual(expected);
  });

  it('wait for every answer, however long it takes', () => {
    expect(record(true)).toEqual(expected);
  });

  it('come after the timers that were due before them, those that a timer sets among them', () => {
    const agenda = new Agenda();
    const timer = (name: string, fireTime: number): SetTimer => ({
      ...{ kind: 'setTimer', time: 0, strategyId: 'scripted', name, fireTime },
    });
    agenda.setTimer(timer('first', 60_001));
    agenda.setTimer(timer('at the close', 120_000));
    const answered$ = new Subject<TradingEvent>();
    const scheduler = new VirtualTimeScheduler();
    const seen: string[] = [];
    of(...slices)
      .pipe(throughBarVenue(new EagerVenue(), answered$, agenda))
      .subscribe((event) => {
        seen.push(`${event.time} ${event.kind === 'timerFired' ? event.name : event.kind}`);
        if (event.kind === 'timerFired' && event.name === 'first') agenda.setTimer(timer('second', 70_000));
        scheduler.schedule(() => answered$.next(event), 1);
      });
    scheduler.flush();
    expect(seen).toEqual([
      '60000 candleClosed',
      '60001 first',
      '70000 second',
      '120000 candleClosed',
      '120000 at the close',
      '180000 candleClosed',
    ]);
  });

  it('let what is due inside a bar come at its time among what happens in it', () => {
    const agenda = new Agenda();
    for (const fireTime of [60_000, 90_000]) {
      agenda.setTimer({
        ...{ kind: 'setTimer', time: 0, strategyId: 'scripted' },
        ...{ name: String(fireTime), fireTime },
      });
    }
    const venue: BarVenue = new EagerVenue();
    const place = { kind: 'place', time: 0, strategyId: 'scripted', symbol: BTCUSDT.symbol } as const;
    const request = { type: 'market', side: 'sell', quantity: quantity(1) } as const;
    const answered$ = new Subject<TradingEvent>();
    const seen: string[] = [];
    of(...slices)
      .pipe(throughBarVenue(venue, answered$, agenda))
      .subscribe((event) => {
        seen.push(`${event.time} ${event.kind}`);
        if (event.kind === 'timerFired' && event.time === 60_000) {
          venue.submit({ ...place, clientOrderId: 'os-1', purpose: 'exit', request, reason: 'test' });
        }
        answered$.next(event);
      });
    expect(seen).toEqual([
      '60000 candleClosed',
      '60000 timerFired',
      '90000 timerFired',
      '119999 orderAccepted',
      '119999 orderFilled',
      '120000 candleClosed',
      '180000 candleClosed',
    ]);
  });

  it('let what is due come before a bar that nobody trades on, as where its own bars are missing', () => {
    const agenda = new Agenda();
    agenda.setTimer({ kind: 'setTimer', time: 0, strategyId: 'scripted', name: 'early', fireTime: 90_000 });
    const answered$ = new Subject<TradingEvent>();
    const seen: string[] = [];
    of([{ event: closedBar(1, 50_000), matched: null }])
      .pipe(throughBarVenue(new EagerVenue(), answered$, agenda))
      .subscribe((event) => {
        seen.push(`${event.time} ${event.kind}`);
        answered$.next(event);
      });
    expect(seen).toEqual(['90000 timerFired', '120000 candleClosed']);
  });

  it('stop when nobody listens any more', () => {
    const answered$ = new Subject<TradingEvent>();
    const subscription = of(...slices)
      .pipe(throughBarVenue(new EagerVenue(), answered$))
      .subscribe();
    expect(answered$.observed).toBe(true);
    subscription.unsubscribe();
    expect(answered$.observed).toBe(false);
  });
});

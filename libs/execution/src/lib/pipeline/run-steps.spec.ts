import type { TradingEvent } from '@org/domain';
import { map, Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { accepted, brief, BUY, closedBar, Session, wanting } from '../../testing/desk-fixture.ts';
import { startTrading } from '../state/start-trading.ts';
import { runSteps } from './run-steps.ts';

const { desk } = new Session([wanting([[BUY]])]);
const start = startTrading(desk, 0);
const marbles = (): TestScheduler =>
  new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });

describe('steps over a stream of events', () => {
  it('give one result an event, at its time, and end with the stream', () => {
    marbles().run(({ cold, expectObservable, expectSubscriptions }) => {
      const events = { a: closedBar(0, 50_000), b: closedBar(1, 51_000) };
      const source$ = cold('-a-b-|', events);
      const told$ = source$.pipe(
        runSteps(desk, start),
        map(({ event, commands, state }) => [event.time, ...brief(commands), ...state.marks]),
      );
      expectObservable(told$).toBe('-a-b-|', {
        a: [60_000, 'place os-1 entry', 50_000],
        b: [120_000, 51_000],
      });
      expectSubscriptions(source$.subscriptions).toBe('^----!');
    });
  });

  it('let go of the stream when nobody listens any more, and pass on its error', () => {
    marbles().run(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold<TradingEvent>('----#');
      expectObservable(source$.pipe(runSteps(desk, start)), '^-!').toBe('---');
      expectSubscriptions(source$.subscriptions).toBe('^-!');
      expectObservable(cold<TradingEvent>('--#').pipe(runSteps(desk, start))).toBe('--#');
    });
  });

  it('let an event that is caused while commands are carried out wait for its turn', () => {
    const event$ = new Subject<TradingEvent>();
    const seen: string[] = [];
    event$.pipe(runSteps(desk, start)).subscribe(({ event, commands, state }) => {
      seen.push(`${event.kind} begins`);
      if (commands.some(({ kind }) => kind === 'place')) event$.next(accepted('os-1'));
      seen.push(`${event.kind} ends, ${state.orders[0]?.state.kind}`);
    });
    event$.next(closedBar(0, 50_000));
    expect(seen).toEqual([
      'candleClosed begins',
      'candleClosed ends, pendingNew',
      'orderAccepted begins',
      'orderAccepted ends, open',
    ]);
  });

  it('start from the same state for every subscriber', () => {
    const event$ = new Subject<TradingEvent>();
    const stepped$ = event$.pipe(runSteps(desk, start));
    const sequences: number[] = [];
    for (let subscriber = 0; subscriber < 2; subscriber++) {
      stepped$.subscribe(({ state }) => sequences.push(state.nextSequence));
    }
    event$.next(closedBar(0, 50_000));
    expect(sequences).toEqual([2, 2]);
  });
});

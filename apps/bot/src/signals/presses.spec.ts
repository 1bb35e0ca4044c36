import { Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { countPresses } from './presses.ts';

const UNDER_NPM = { npm_lifecycle_event: 'start' };

describe('the second press of Ctrl-C', () => {
  function secondOf(env: NodeJS.ProcessEnv, signals: number): number {
    const signal$ = new Subject<string>();
    let heard = 0;
    countPresses(signal$, env).second$.subscribe(() => (heard += 1));
    for (let sent = 0; sent < signals; sent += 1) signal$.next('SIGINT');
    return heard;
  }

  it('is the signal after the first', () => {
    expect([0, 1, 2, 3].map((signals) => secondOf({}, signals))).toEqual([0, 0, 1, 1]);
  });

  it('is not the echo that npm sends behind the first, however late', () => {
    expect([0, 1, 2, 3, 4].map((signals) => secondOf(UNDER_NPM, signals))).toEqual([0, 0, 0, 1, 1]);
  });
});

describe('the end of the process', () => {
  function expectSettled(env: NodeJS.ProcessEnv, signals: string, after: string, expected: string): void {
    new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted)).run(({ hot, expectObservable }) => {
      const { second$, settled$ } = countPresses(hot(signals), env);
      second$.subscribe();
      expectObservable(settled$, after).toBe(expected);
    });
  }

  it('waits for nothing where no signal came, or where no npm is in between', () => {
    expectSettled({}, '--', '---^', '---|');
    expectSettled({}, 's-', '---^', '---|');
    expectSettled(UNDER_NPM, '--', '---^', '---|');
  });

  it('waits for the echo that npm owes', () => {
    expectSettled(UNDER_NPM, 's----e', '---^', '-----|');
    expectSettled(UNDER_NPM, 'se----', '---^', '---|');
  });

  it('waits a second at most', () => {
    expectSettled(UNDER_NPM, 's', '---^', '--- 1s |');
  });
});
